// Command dev is the developer's one tool: on a machine that has only Go and
// git it installs what is missing, builds, runs and tests the program.
//
//	go run ./app/dev run     install, build, open the practice application
//	go run ./app/dev test    install, then every check and test there is
//	go run ./app/dev package install, then make the packages of this version
//
// It says what it will install before it does, through the system's own package
// manager, and fetches nothing by itself. It refuses a system it does not know,
// and no test is passed over because a tool is missing: the tool is installed.
//
// It stands beside the program, not in it. It imports nothing of the house but
// packages below it and what is data, and nothing that needs a C compiler, for that
// is one of the things it installs.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands is the command line.
type commands struct {
	Run   runCommand   `cmd:"" help:"Install what is missing, build, and open the practice application; without a display, export it."`
	Test  testCommand  `cmd:"" help:"Install what the tests need, then run gofmt, vet and every test."`
	Build buildCommand `cmd:"" help:"Build the program into bin/."`
	Bench benchCommand `cmd:"" help:"Run the benchmarks."`
	Fonts fontsCommand `cmd:"" help:"Make the bundled fonts from the packages they come in."`
	Icons iconsCommand `cmd:"" help:"Make the icon's pictures from its drawing."`

	Licences licencesCommand `cmd:"" help:"Collect the licences of all that is linked into the program."`

	Start startCommand `cmd:"" help:"Measure how fast the window opens and what memory it takes, beside an empty one."`

	Package packageCommand `cmd:"" help:"Make the packages of this version for the systems that it can be made for here."`
}

func main() { os.Exit(run(os.Args[1:])) }

// run carries out one command line: 0 done, 1 failed, 2 not understood.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	parser, err := kong.New(&commands{}, kong.Name("dev"),
		kong.Description("Install, build, run and test H200 Filing."),
		kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		return failed(err, 1)
	}
	line, err := parser.Parse(args)
	if err != nil {
		return failed(err, 2)
	}
	shop, err := openWorkshop()
	if err != nil {
		return failed(err, 1)
	}
	if err := line.Run(shop); err != nil {
		return failed(err, 1)
	}
	return 0
}

// failed tells why on standard error and hands on the exit code.
func failed(err error, code int) int {
	fmt.Fprintln(os.Stderr, "dev:", err)
	return code
}
