// Package graphics starts the window where that may fail. The toolkit draws with
// OpenGL; a remote desktop, a virtual machine or an old driver may have none, and
// then the toolkit logs it and waits for ever for a window that is not there.
//
// Start notices. On Linux the program can then be started again, once, with Mesa
// drawing in software (Software, Restart); elsewhere, and where that fails too, the
// caller says what helps. It decides nothing else and says nothing itself.
//
// Floor 3 of the house, below main. It imports the toolkit's window, but never
// fyne.io/fyne/v2/app.
package graphics
