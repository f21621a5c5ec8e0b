package journal

import (
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// traces are what the runtime writes (Go 1.26), with a secret wherever it can stand.
var traces = map[string]struct{ trace, want string }{
	"an error": {`panic: 机密 answer 机密
	goroutine 7 [机密]:

goroutine 1 [running, locked to thread]:
h200filing/app/window.(*desk).Set(0xc000123456, {0x1234, 0x5}, {0xc0001, 0x9})
	/home/机密/src/h200filing/app/window/desk.go:321 +0x1d4
main.main()
	C:/Users/机密/app/main.go:12 +0x0
exit status 2
`, `goroutine 0 [running]:
h200filing/app/window.(*desk).Set(...)
	window/desk.go:321
main.main(...)
	app/main.go:12
`},
	"the runtime's own": {`panic: runtime error: index out of range [5] with length 3 [recovered, repanicked]

goroutine 34 gp=0xc000002 m=0 mp=0x55 [chan receive, 2 minutes]:
export/pdf.layout[...](...)
	pdf/layout.go:58
created by h200filing/export/pdf.(*Book).layout.func1 in goroutine 7
	/x/pdf/layout.go:57 +0x7c
`, `panic: runtime error: index out of range [5] with length 3 [recovered, repanicked]
goroutine 0 [chan receive]:
export/pdf.layout[...](...)
	pdf/layout.go:58
created by h200filing/export/pdf.(*Book).layout.func1
	pdf/layout.go:57
`},
	"a driver's fault": {`fatal error: unexpected signal during runtime execution
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x7f]

runtime stack:
runtime.throw({0x1, 0x2})
	/usr/lib/go/src/runtime/panic.go:1

goroutine 1 gp=0xc0 m=0 mp=0x1 [syscall, locked to thread]:
runtime.cgocall(0x4b, 0xc0)
	/usr/lib/go/src/runtime/cgocall.go:167 +0x4b fp=0xc00 sp=0xc0 pc=0x4
fyne.io/fyne/v2/internal/driver/glfw._Cfunc_机密(0x1)
	_cgo_gotypes.go:1 +0x1
rax    0x机密
`, `fatal error: unexpected signal during runtime execution
signal SIGSEGV
goroutine 0 [syscall]:
runtime.cgocall(...)
	runtime/cgocall.go:167
`},
}

func TestStrip(t *testing.T) {
	for name, c := range traces {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Strip(c.trace)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestStripOwnStack: of a real stack the functions and places stay, and no argument.
func TestStripOwnStack(t *testing.T) {
	got := Strip(string(debug.Stack()))
	for _, want := range []string{"h200filing/app/journal.TestStripOwnStack(...)\n\tjournal/strip_test.go:"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "0x") {
		t.Errorf("arguments or addresses are left:\n%s", got)
	}
}

// kept are the only lines that a stripped trace can have.
var kept = regexp.MustCompile(`^(panic: runtime error: [a-z ,:%\[\]()0-9-]+|fatal error: [a-z :,-]+|signal [A-Z0-9]+|SIG[A-Z]+|goroutine 0 \[[a-zA-Z ()]+\]:|(created by )?[\w./%·()*\[\]-]+(\(\.\.\.\))?|\t[^/\t]+(/[^/\t]+)?:[0-9]+)$`)

// FuzzStrip: whatever is given, only lines of the known kinds come out, and
// stripping what is stripped changes nothing.
func FuzzStrip(f *testing.F) {
	for _, c := range traces {
		f.Add(c.trace)
	}
	f.Fuzz(func(t *testing.T, trace string) {
		got := Strip(trace)
		for line := range strings.Lines(got) {
			if !kept.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Errorf("%q came through", line)
			}
		}
		if again := Strip(got); again != got {
			t.Errorf("%q became %q", got, again)
		}
	})
}
