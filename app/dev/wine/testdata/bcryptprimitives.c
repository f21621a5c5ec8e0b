/* What Wine 8 lacks for programs of Go and for SQLite, for tests only.

   Go's runtime takes its random numbers from bcryptprimitives.dll, which Wine 8
   does not have: ProcessPrng comes from RtlGenRandom here.

   Wine 8 exports VirtualAlloc2 but refuses the placeholders that it is there for.
   SQLite's memory does without them on a Windows that lacks the function, so it is
   given a name that nobody asks for. The table of names is searched by halving;
   the new name stands where the old one stood. */

#include <windows.h>
#include <string.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T n)
{
    return SystemFunction036(to, (ULONG)n);
}

static void hide(const char *module, const char *name)
{
    BYTE *base = (BYTE *)GetModuleHandleA(module);
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    DWORD at = headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress;
    IMAGE_EXPORT_DIRECTORY *exports = (IMAGE_EXPORT_DIRECTORY *)(base + at);
    DWORD *names = (DWORD *)(base + exports->AddressOfNames), i, old;

    for (i = 0; i < exports->NumberOfNames; i++) {
        char *last = (char *)base + names[i];
        if (strcmp(last, name) != 0)
            continue;
        last += strlen(name) - 1;
        if (VirtualProtect(last, 1, PAGE_READWRITE, &old)) {
            *last = '0';
            VirtualProtect(last, 1, old, &old);
        }
    }
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD why, LPVOID reserved)
{
    if (why == DLL_PROCESS_ATTACH)
        hide("kernelbase.dll", "VirtualAlloc2");
    return TRUE;
}
