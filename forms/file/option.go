package file

// Option says how a file is created or opened.
type Option func(*options)

type options struct {
	me       Holder
	password string
	cost     cost
	vfs      string
}

func optionsOf(given []Option) options {
	o := options{cost: usualCost, vfs: systemVFS}
	for _, set := range given {
		set(&o)
	}
	return o
}

// Password opens an encrypted file, or has Create encrypt the new one. For a file
// in the clear it is not looked at.
func Password(password string) Option { return func(o *options) { o.password = password } }

// As says who opens the file, for the others who find it held. It is kept in the
// file: opening it for writing then changes it. Without it, others are told that
// the file is held, but not by whom; a name that an earlier one has left is taken
// out.
func As(h Holder) Option {
	return func(o *options) {
		o.me = h
		o.me.Since = h.Since.UTC().Round(0)
	}
}
