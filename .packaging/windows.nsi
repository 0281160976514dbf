; Unhunch for Windows, for the person who runs this alone: no administrator is asked. Defined from outside: VERSION, FILES
; (a folder with what is installed), OUT. Silent with /S, and then without starting with Windows if /autostart=off is said.
Unicode true
Target amd64-unicode
!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh
!include WinMessages.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Unhunch"
; What is asked of a process: which program it is, and when it ends.
!define PROCESS_QUERY_LIMITED_INFORMATION 0x1000
!define SYNCHRONIZE 0x100000
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

; A program that runs cannot be replaced or taken away, and each window is a process of the program. UN is "un." where the
; one that removes calls it.
!macro program_away UN
; Asks every window on the screen of a program in the folder to close, and gives each fifteen seconds.
Function ${UN}close_windows
  StrCpy $0 0
  ${Do}
    System::Call 'user32::FindWindowExW(p 0, p r0, p 0, p 0) p .r0'
    ${If} $0 P= 0
      ${ExitDo}
    ${EndIf}
    System::Call 'user32::IsWindowVisible(p r0) i .r1'
    ${If} $1 <> 0
      System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r1)'
      System::Call 'kernel32::OpenProcess(i ${PROCESS_QUERY_LIMITED_INFORMATION}|${SYNCHRONIZE}, i 0, i r1) p .r2'
      ${If} $2 P<> 0
        System::Call 'kernel32::QueryFullProcessImageNameW(p r2, i 0, w .r3, *i ${NSIS_MAX_STRLEN}) i .r4'
        ${If} $4 <> 0
        ${AndIf} $3 == "$INSTDIR\unhunch.exe"
          System::Call 'user32::PostMessageW(p r0, i ${WM_CLOSE}, p 0, p 0)'
          System::Call 'kernel32::WaitForSingleObject(p r2, i 15000) i .r4'
          ; The next one is looked for behind this one, which is there no more.
          ${If} $4 == 0
            StrCpy $0 0
          ${EndIf}
        ${EndIf}
        System::Call 'kernel32::CloseHandle(p r2)'
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd

; Takes the program in $1 away: one that is ending has ten seconds for it, and what then still runs goes on in the folder
; for what is short-lived.
Function ${UN}take_away
  StrCpy $2 0
  ${Do}
    ClearErrors
    Delete "$1"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 100
    IntOp $2 $2 + 1
  ${LoopUntil} $2 = 100
  GetTempFileName $2
  Delete "$2"
  Rename "$1" "$2"
FunctionEnd
!macroend
!insertmacro program_away ""
!insertmacro program_away "un."

; Whether the app ran before this: then "0", or "5" where it could not keep all.
Var ran

Section "Unhunch"
  SectionIn RO
  SetOutPath "$INSTDIR"
  StrCpy $ran ""
  ${If} ${FileExists} "$INSTDIR\unhunch.exe"
    nsExec::Exec '"$INSTDIR\unhunch.exe" quit'
    Pop $ran
    Call close_windows
    StrCpy $1 "$INSTDIR\unhunch.exe"
    Call take_away
    StrCpy $1 "$INSTDIR\unhunchw.exe"
    Call take_away
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
  ${OrIf} $ran == 5
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
  ; It refuses while a window is open, and has less patience with one than this.
  nsExec::Exec '"$INSTDIR\unhunch.exe" quit'
  Pop $0
  Call un.close_windows
  nsExec::Exec '"$INSTDIR\unhunch.exe" uninstall'
  Pop $0
  ; Where it could not do all of it, nothing leads to a program that is gone.
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Unhunch"
  DeleteRegKey HKCU "Software\Classes\AppUserModelId\${APP_ID}"
  Delete "$SMPROGRAMS\Unhunch.lnk"
  StrCpy $1 "$INSTDIR\unhunch.exe"
  Call un.take_away
  StrCpy $1 "$INSTDIR\unhunchw.exe"
  Call un.take_away
  Delete "$INSTDIR\unhunch.ico"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
