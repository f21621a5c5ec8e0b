package file

// What the tests need to see of the inside.
var (
	Place = place
	End   = end
)

// Pages that Place and End are about.
const (
	PrefixSize = prefixSize
	LockPage   = lockPage
)

// SystemVFS is the VFS of files in the clear.
const SystemVFS = systemVFS

// Cheap makes new keys with little effort.
func Cheap() Option { return func(o *options) { o.cost = cost{1, 64, 1} } }

// Through opens a file in the clear through another VFS.
func Through(vfs string) Option { return func(o *options) { o.vfs = vfs } }
