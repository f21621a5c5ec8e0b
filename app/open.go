package main

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"h200filing/app/command"
	"h200filing/app/session"
	"h200filing/app/window"
	"h200filing/app/window/locale"
	"h200filing/assets/icons"
	"h200filing/i18n"
)

// What the toolkit has to know of the program; FyneApp.toml says the same, and a
// test holds the two to each other.
const (
	appName    = "H200 Filing"
	appID      = "cn.h200filing.app"
	developing = "0.1.0"
	appBuild   = 1
)

// openWindow shows the window on a file, on a new practice application, or on the
// start page, in a language or the one used last, and returns when it has been
// closed.
func openWindow(env command.Env, file string, practice bool, lang i18n.Lang) error {
	if err := checkDisplay(os.Getenv); err != nil {
		return err
	}
	if err := locale.EnsureUTF8(); err != nil {
		return err
	}
	setting, err := session.NewSetting("", env.Now, env.User)
	if err != nil {
		return err
	}
	setting.Announce, setting.Password = true, env.Password
	icon := fyne.NewStaticResource("icon.png", icons.PNG64)
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: appName, Version: env.Version, Build: appBuild, Icon: icon,
		Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(appID)
	a.SetIcon(icon)
	w, err := window.New(a, setting, env.Version, lang)
	if err != nil {
		return err
	}
	w.Show()
	switch {
	case practice:
		w.Practise()
	case file != "":
		w.Open(file)
	}
	a.Run()
	return nil
}
