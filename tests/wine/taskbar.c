/* A taskbar that shows nothing, in place of the one that is there, which is ended.
 *
 *     taskbar.exe                  there is none any more
 *     taskbar.exe FILE             one that says to nobody that it is there
 *     taskbar.exe FILE anew        one that starts anew, as Windows' own does, and says so to all
 *
 * FILE has what becomes of an icon: + put up, = changed, - taken away, and ? for a change of what is not there, which is
 * refused. One icon is all it knows. */
#include <windows.h>

static HANDLE file;
static BOOL there;

static LRESULT CALLBACK hear(HWND window, UINT message, WPARAM what, LPARAM more) {
    if (message != WM_COPYDATA) return DefWindowProcW(window, message, what, more);
    /* Wine's Shell_NotifyIcon sends what is wanted as the kind of the data. */
    ULONG_PTR wanted = ((COPYDATASTRUCT *)more)->dwData;
    BOOL taken = wanted == NIM_ADD ? !there : there;
    const char *said = !taken ? "?" : wanted == NIM_ADD ? "+" : wanted == NIM_DELETE ? "-" : "=";
    DWORD written;
    WriteFile(file, said, 1, &written, NULL);
    if (taken) there = wanted != NIM_DELETE;
    return taken;
}

int main(int count, char **arguments) {
    HWND before = FindWindowW(L"Shell_TrayWnd", NULL);
    if (before) {
        DWORD process;
        GetWindowThreadProcessId(before, &process);
        HANDLE handle = OpenProcess(PROCESS_TERMINATE | SYNCHRONIZE, FALSE, process);
        TerminateProcess(handle, 0);
        WaitForSingleObject(handle, INFINITE);
    }
    if (count == 1) return 0;
    file = CreateFileA(arguments[1], GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS, 0, NULL);
    WNDCLASSW class = {.lpfnWndProc = hear, .lpszClassName = L"Shell_TrayWnd"};
    RegisterClassW(&class);
    CreateWindowW(class.lpszClassName, L"", WS_POPUP, 0, 0, 0, 0, NULL, NULL, NULL, NULL);
    if (count > 2) PostMessageW(HWND_BROADCAST, RegisterWindowMessageW(L"TaskbarCreated"), 0, 0);
    MSG message;
    while (GetMessageW(&message, NULL, 0, 0) > 0) DispatchMessageW(&message);
    return 0;
}
