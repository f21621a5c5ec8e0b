package window

import "time"

// followEvery is how often a window that only looks asks for what was changed.
const followEvery = time.Second

// follow brings the window up to what the holder of the file changes, as long as it
// only looks.
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

// unfollow ends it.
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
