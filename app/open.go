package main

import (
	"errors"
	"log"
	"os"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"h200filing/app/alert"
	"h200filing/app/command"
	"h200filing/app/graphics"
	"h200filing/app/journal"
	"h200filing/app/session"
	"h200filing/app/window"
	"h200filing/app/window/locale"
	"h200filing/app/window/look"
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
// closed. tidy is called in the background, once after everything that is opened.
func openWindow(env command.Env, begin window.Beginning, lang i18n.Lang, tidy func()) error {
	if err := checkDisplay(os.Getenv); err != nil {
		return err
	}
	if err := locale.EnsureUTF8(); err != nil {
		return err
	}
	err := runWindow(env, begin, lang, tidy)
	if !errors.Is(err, graphics.ErrNone) {
		return err
	}
	if err := graphics.Restart(); !errors.Is(err, graphics.ErrNone) {
		return err
	}
	return tellNoGraphics(lang)
}

// runWindow shows a window and returns when it has been closed. It fails with
// graphics.ErrNone where the system cannot show one. The form pack is loaded in the
// background while the window is created.
func runWindow(env command.Env, begin window.Beginning, lang i18n.Lang, tidy func()) (err error) {
	var setting *session.Setting
	var fault error
	loaded := aside(func() { setting, fault = session.NewSetting("", env.Now, env.User) })
	recorder, stop := keepJournal(env)
	defer func() { err = errors.Join(err, stop()) }()
	a := newApp(env.Version)
	w, err := showWindow(a, recorder, lang, tidy)
	if err != nil {
		recorder.Journal.Note(journal.Graphics, journal.Because(err))
		return err
	}
	if loaded(); fault != nil {
		return fault
	}
	setting.Password = env.Password
	w.Furnish(setting, begin)
	defer w.Rescue()
	a.Run()
	return nil
}

// showWindow creates and shows a window, still without content. The fonts are loaded
// in the background meanwhile: until read returns, nothing else may measure a text.
func showWindow(a fyne.App, recorder journal.Recorder, lang i18n.Lang, tidy func()) (w *window.Window, err error) {
	read := func() {}
	err = graphics.Start(func() (_ fyne.Window, err error) {
		if w, err = window.New(a, recorder, lang, tidy); err != nil {
			return nil, err
		}
		read = aside(look.ReadFaces)
		return w.Frame(), nil
	})
	read()
	if err == nil {
		err = graphics.Forget()
	}
	if err != nil {
		return nil, err
	}
	if room, ok := graphics.Room(w.Frame()); ok {
		w.Fit(room)
	}
	return w, nil
}

// aside does work on a goroutine of its own. The function it returns waits for the
// work, and panics where the work has panicked.
func aside(work func()) (wait func()) {
	wait = sync.OnceFunc(work)
	go func() {
		defer func() { _ = recover() }() // wait raises it again
		wait()
	}()
	return wait
}

// newApp makes the toolkit's application.
func newApp(version string) fyne.App {
	icon := fyne.NewStaticResource("icon.png", icons.PNG64)
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: appName, Version: version, Build: appBuild, Icon: icon,
		Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(appID)
	a.SetIcon(icon)
	return a
}

// keepJournal opens the log and has the runtime's last words kept. A machine on
// which that cannot be is no reason to have no window: the recorder then has no
// log.
func keepJournal(env command.Env) (r journal.Recorder, stop func() error) {
	r = journal.Recorder{Version: env.Version, Now: env.Now}
	if r.Dir, _ = journal.Folder(); r.Dir == "" {
		return r, func() error { return nil }
	}
	r.Journal, _ = journal.Open(r.Dir, env.Version, env.Now)
	_ = r.Collect() // tried again at the next start
	unwatch, err := r.Watch()
	if err != nil {
		unwatch = func() error { return nil }
	}
	log.SetOutput(r.Journal.Toolkit())
	r.Journal.Note(journal.Started)
	return r, func() error {
		r.Journal.Note(journal.Stopped)
		log.SetOutput(os.Stderr)
		return errors.Join(unwatch(), r.Journal.Close())
	}
}

// tellNoGraphics says, also to those who have no terminal, that there is no window.
func tellNoGraphics(lang i18n.Lang) error {
	if lang == "" {
		lang = locale.Preferred()
	}
	if info, err := os.Stderr.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		alert.Show(appName, command.NoGraphics(i18n.For(lang)))
	}
	return command.ErrNoGraphics
}
