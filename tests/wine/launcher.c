/* A program without a console that starts another one as most do, and thereby gives it a console with a window. */
#include <windows.h>

int WINAPI WinMain(HINSTANCE us, HINSTANCE before, LPSTR command, int show) {
    STARTUPINFOA how = {.cb = sizeof how};
    PROCESS_INFORMATION started;
    return !CreateProcessA(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &how, &started);
}
