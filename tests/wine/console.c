/* Whether processes have a console: `console.exe unhunch.exe FILE` writes into FILE a line for each process of that name,
 * "none", "unseen", which is one without a window, or "window". */
#include <windows.h>
#include <string.h>
#include <tlhelp32.h>

int main(int count, char **arguments) {
    if (count != 3) return 2;
    HANDLE file = CreateFileA(arguments[2], GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS, 0, NULL);
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32 one = {.dwSize = sizeof one};
    /* A process has one console at most, and so sees another's only without its own. */
    FreeConsole();
    for (BOOL more = Process32First(all, &one); more; more = Process32Next(all, &one)) {
        if (_stricmp(one.szExeFile, arguments[1])) continue;
        BOOL has = AttachConsole(one.th32ProcessID);
        const char *said = !has ? "none\n" : IsWindowVisible(GetConsoleWindow()) ? "window\n" : "unseen\n";
        DWORD written;
        WriteFile(file, said, (DWORD)strlen(said), &written, NULL);
        if (has) FreeConsole();
    }
    return 0;
}
