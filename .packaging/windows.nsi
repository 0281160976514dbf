; Unhunch for Windows, for the person who runs this alone: no administrator is asked. Defined from outside: VERSION, FILES
; (a folder with what is installed), OUT. Silent with /S, and then without starting with Windows if /autostart=off is said.
Unicode true
Target amd64-unicode
!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Unhunch"
; By this Windows knows whose windows and notifications these are.
!define APP_ID "unhunch"

Name "Unhunch"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Unhunch"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define MUI_ICON "${FILES}\unhunch.ico"
!define MUI_UNICON "${FILES}\unhunch.ico"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION start
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Function start
  ExecShell "" "$SMPROGRAMS\Unhunch.lnk"
FunctionEnd

; Names the app in its shortcut. Where the system takes no name there the shortcut is as good without.
Function name_shortcut
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("$SMPROGRAMS\Unhunch.lnk", ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call 'Oleaut32::SysAllocString(w "${APP_ID}") p.r3'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID}) p.r4'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_BSTR},,p r3) p.r5'
        ${IPropertyStore::SetValue} $2 '($4,$5)'
        ${IPropertyStore::Commit} $2 ""
        System::Call 'Oleaut32::SysFreeString(p r3)'
        System::Free $4
        System::Free $5
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("$SMPROGRAMS\Unhunch.lnk",1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
FunctionEnd

; Whether the app ran before this: then "0".
Var ran

Section "Unhunch"
  SectionIn RO
  SetOutPath "$INSTDIR"
  StrCpy $ran ""
  ${If} ${FileExists} "$INSTDIR\unhunch.exe"
    nsExec::Exec '"$INSTDIR\unhunch.exe" quit'
    Pop $ran
    ; A program that runs, as one of its windows that is still read, can be replaced only under another name.
    Delete "$INSTDIR\before.exe"
    Rename "$INSTDIR\unhunch.exe" "$INSTDIR\before.exe"
    Delete /REBOOTOK "$INSTDIR\before.exe"
  ${EndIf}
  File "${FILES}\unhunch.exe"
  File "${FILES}\unhunchw.exe"
  File "${FILES}\unhunch.ico"
  File "${FILES}\licences.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Unhunch.lnk" "$INSTDIR\unhunchw.exe" "launcher open" "$INSTDIR\unhunch.ico"
  Call name_shortcut
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Unhunch"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\unhunch.ico"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Start with Windows" autostart
  nsExec::Exec '"$INSTDIR\unhunch.exe" autostart on'
  Pop $0
SectionEnd

; What ran before runs again.
Section
  ${If} $ran == 0
    Exec '"$INSTDIR\unhunchw.exe"'
  ${EndIf}
SectionEnd

; Who has switched off that it starts with Windows is not asked anew by an update.
Function .onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/autostart=" $1
  ${If} ${FileExists} "$INSTDIR\unhunch.exe"
    nsExec::Exec '"$INSTDIR\unhunch.exe" autostart status'
    Pop $0
    ${IfThen} $0 == 1 ${|} StrCpy $1 "off" ${|}
  ${EndIf}
  ${If} $1 == "off"
    SectionSetFlags ${autostart} 0
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${autostart} "Unhunch is there when you log in. It can be changed in its settings."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; The record and the settings are the person's and stay.
Section "Uninstall"
  nsExec::Exec '"$INSTDIR\unhunch.exe" uninstall'
  Pop $0
  Delete "$SMPROGRAMS\Unhunch.lnk"
  ; One of its windows may still be read.
  Delete /REBOOTOK "$INSTDIR\unhunch.exe"
  Delete /REBOOTOK "$INSTDIR\before.exe"
  Delete "$INSTDIR\unhunchw.exe"
  Delete "$INSTDIR\unhunch.ico"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
