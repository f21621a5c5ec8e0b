/* A program that has a file open, as a spreadsheet program does: others may read
   it, nobody write, move or delete it; with "alone" nobody may even read. It says
   when it has it, and lets go when its input ends. Test only. */

#include <windows.h>
#include <stdio.h>
#include <wchar.h>

int wmain(int argc, wchar_t **argv)
{
    DWORD share = argc > 2 && wcscmp(argv[2], L"alone") == 0 ? 0 : FILE_SHARE_READ;
    HANDLE file = CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, share, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    printf("held\n");
    fflush(stdout);
    while (getchar() != EOF)
        ;
    return 0;
}
