package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"h200filing/app/window/look"
	"h200filing/i18n"
)

// menu is the main menu. Its shortcuts work everywhere: a field that has the
// focus swallows any others.
func (w *Window) menu() *fyne.MainMenu {
	m := fyne.NewMainMenu(w.fileMenu(), w.editMenu(), w.viewMenu(), w.helpMenu())
	for _, menu := range m.Items {
		w.unlessAsking(menu)
	}
	return m
}

// unlessAsking keeps the lines of a menu still while a dialog asks something: the
// toolkit hears their shortcuts all the same. The program can be ended always.
func (w *Window) unlessAsking(menu *fyne.Menu) {
	for _, m := range menu.Items {
		if m.ChildMenu != nil {
			w.unlessAsking(m.ChildMenu)
		}
		if do := m.Action; do != nil && !m.IsQuit {
			m.Action = func() {
				if w.win.Canvas().Overlays().Top() == nil {
					do()
				}
			}
		}
	}
}

// entry is a line of the menu with its shortcut: a key with Ctrl (Cmd), or "".
func (w *Window) menuItem(key string, shortcut fyne.KeyName, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(w.words.Text(key), do)
	if shortcut != "" {
		m.Shortcut = &desktop.CustomShortcut{KeyName: shortcut, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return m
}

// deskItem is a line that needs an open application.
func (w *Window) deskItem(key string, shortcut fyne.KeyName, do func(*desk)) *fyne.MenuItem {
	m := w.menuItem(key, shortcut, func() {
		if w.desk != nil {
			do(w.desk)
		}
	})
	m.Disabled = w.desk == nil
	return m
}

func (w *Window) fileMenu() *fyne.Menu {
	quit := w.menuItem("window.menu.quit", fyne.KeyQ, w.onClose)
	quit.IsQuit = true
	return fyne.NewMenu(w.words.Text("window.menu.file"),
		w.menuItem("window.menu.new", fyne.KeyN, w.onNew),
		w.menuItem("window.menu.open", fyne.KeyO, w.onOpen),
		w.menuItem("window.menu.copy", "", w.onCopyOf),
		w.menuItem("window.menu.practice", "", w.onPractice),
		fyne.NewMenuItemSeparator(),
		w.deskItem("window.menu.export", fyne.KeyE, (*desk).openReview),
		w.deskItem("window.menu.preview", fyne.KeyP, (*desk).openPreview),
		w.menuItem("window.menu.verify", "", w.onVerify),
		fyne.NewMenuItemSeparator(),
		w.deskItem("window.menu.part", "", (*desk).onExportPart),
		w.deskItem("window.menu.import", fyne.KeyI, (*desk).onImport),
		fyne.NewMenuItemSeparator(),
		w.deskItem("window.menu.password", "", (*desk).onPassword),
		w.deskItem("window.menu.close", fyne.KeyW, func(*desk) { w.onCloseFile() }),
		fyne.NewMenuItemSeparator(), quit)
}

// editMenu takes back and does again, and leads from finding to finding. The keys
// without Ctrl are heard in listen; the menu shows them.
func (w *Window) editMenu() *fyne.Menu {
	undo := w.deskItem("window.menu.undo", "", (*desk).onUndo)
	undo.Shortcut = &fyne.ShortcutUndo{}
	redo := w.deskItem("window.menu.redo", "", (*desk).onRedo)
	redo.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	next := w.deskItem("window.menu.next_finding", "", func(d *desk) { d.seek(1) })
	next.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF8}
	before := w.deskItem("window.menu.previous_finding", "", func(d *desk) { d.seek(-1) })
	before.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF8, Modifier: fyne.KeyModifierShift}
	find := w.deskItem("window.menu.find", fyne.KeyF, (*desk).onFind)
	return fyne.NewMenu(w.words.Text("window.menu.edit"), undo, redo, fyne.NewMenuItemSeparator(), find, fyne.NewMenuItemSeparator(), next, before)
}

func (w *Window) viewMenu() *fyne.Menu {
	language := fyne.NewMenuItem(w.words.Text("window.menu.language"), nil)
	language.ChildMenu = fyne.NewMenu("")
	for _, l := range i18n.Langs() {
		m := fyne.NewMenuItem(w.words.Text("window.language."+string(l)), func() { w.setLang(l) })
		m.Checked = l == w.words.Lang
		language.ChildMenu.Items = append(language.ChildMenu.Items, m)
	}
	size := fyne.NewMenuItem(w.words.Text("window.menu.text_size"), nil)
	size.ChildMenu = fyne.NewMenu("")
	for percent := look.SmallestText; percent <= look.LargestText; percent += 25 {
		m := fyne.NewMenuItem(strconv.Itoa(percent)+" %", func() { w.setTextPercent(percent) })
		m.Checked = percent == w.preferences.textPercent()
		size.ChildMenu.Items = append(size.ChildMenu.Items, m)
	}
	ground := fyne.NewMenuItem(w.words.Text("window.menu.ground"), nil)
	ground.ChildMenu = fyne.NewMenu("")
	for _, g := range look.Grounds() {
		m := fyne.NewMenuItem(w.words.Text("window.ground."+string(g)), func() { w.setGround(g) })
		m.Checked = g == w.preferences.ground()
		ground.ChildMenu.Items = append(ground.ChildMenu.Items, m)
	}
	return fyne.NewMenu(w.words.Text("window.menu.view"),
		w.deskItem("window.menu.review", fyne.KeyR, (*desk).openReview),
		w.deskItem("window.menu.history", fyne.KeyL, (*desk).openHistory),
		w.reviewingItem(),
		w.deskItem("window.menu.previous", fyne.KeyPageUp, func(d *desk) { d.step(-1) }),
		w.deskItem("window.menu.next", fyne.KeyPageDown, func(d *desk) { d.step(1) }),
		fyne.NewMenuItemSeparator(), language, size, ground)
}

// reviewingItem begins to tick answers as reviewed, or ends it.
func (w *Window) reviewingItem() *fyne.MenuItem {
	m := w.deskItem("window.menu.reviewing", "", (*desk).onReviewing)
	m.Checked = w.preferences.Bool(reviewingKey)
	return m
}

func (w *Window) helpMenu() *fyne.Menu {
	guide := w.menuItem("window.menu.guide", "", w.onGuide)
	guide.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF1}
	return fyne.NewMenu(w.words.Text("window.menu.help"), guide,
		w.menuItem("window.menu.about", "", w.onAbout))
}
