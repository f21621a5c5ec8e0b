// Command h200filing drafts an application to buy NVIDIA H200 accelerators: a
// window, and the same work on the command line.
package main

import (
	"cmp"
	"os"
	"os/user"
	"strings"
	"time"

	"h200filing/app/command"
	_ "h200filing/app/startup" // before Fyne looks at the locale
	"h200filing/app/window"
	"h200filing/i18n"
)

// version is set by the linker.
var version = developing

func main() {
	sweepOften := sweepSeldom()
	out, errs := outputs()
	env := command.Env{Out: out, Err: errs, Now: time.Now, User: userName(), Password: secret("H200FILING_PASSWORD"), ExportPassword: secret("H200FILING_EXPORT_PASSWORD"), Lang: i18n.Hans, Version: version}
	env.Window = func(file string, practice bool, lang i18n.Lang) error {
		return openWindow(env, window.Beginning{File: file, Practice: practice}, lang, func() {
			sweepOften()
			giveBack()
		})
	}
	os.Exit(command.Run(os.Args[1:], env))
}

// secret takes a password out of the environment, so that no program that this one
// starts, such as a viewer of documents, inherits it.
func secret(name string) string {
	value := os.Getenv(name)
	_ = os.Unsetenv(name) // fails for no name that can be set
	return value
}

// userName names the user in the log of changes. Windows puts the computer or the
// domain before a name that is only an account.
func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	name := cmp.Or(u.Name, u.Username)
	return name[strings.LastIndexByte(name, '\\')+1:]
}
