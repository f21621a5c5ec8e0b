package file

// Option says how a file is created or opened.
type Option func(*options)

type options struct {
	me Holder
}

func optionsOf(given []Option) options {
	var o options
	for _, set := range given {
		set(&o)
	}
	return o
}

// As says who opens the file, for the others who find it held. It is kept in the
// file: opening it for writing then changes it. Without it, others are told that
// the file is held, but not by whom.
func As(h Holder) Option {
	return func(o *options) {
		o.me = h
		o.me.Since = h.Since.UTC().Round(0)
	}
}
