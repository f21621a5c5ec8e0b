package window

import "time"

// followEvery is how often a window on a read-only application looks for changes.
const followEvery = time.Second

// follow keeps the window up to date with the changes of another program that holds
// the file, as long as the application is read-only for that reason.
func (d *desk) follow() {
	d.unfollow()
	if _, held := d.application.Holder(); !held || !d.Fixed() {
		return
	}
	d.stopFollowing = d.border.after(followEvery, func() {
		d.stopFollowing = nil
		d.catchUp()
		d.follow()
	})
}

// unfollow stops follow.
func (d *desk) unfollow() {
	if d.stopFollowing != nil {
		d.stopFollowing()
		d.stopFollowing = nil
	}
}

// catchUp shows what was changed, and by whom the file is held now.
func (d *desk) catchUp() {
	before, _ := d.application.Holder()
	changed, err := d.application.Follow()
	switch by, _ := d.application.Holder(); {
	case err != nil:
		d.status.say(d.reason(err))
	case by != before:
		d.rebuild()
	case changed:
		d.status.say(d.words.Text("window.fixed.followed", "time", d.setting.Now().Format("15:04:05")))
	}
}
