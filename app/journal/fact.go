package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"strings"
	"syscall"
	"time"

	"h200filing/forms/file"
)

// Fact is what is told about an event. The ways to make one are those below; none
// takes text from an application, a file's name or a message.
type Fact struct {
	key   string
	value func(j *Journal) slog.Value
}

func fact(key string, value slog.Value) Fact {
	return Fact{key, func(*Journal) slog.Value { return value }}
}

// Took is how long it lasted.
func Took(d time.Duration) Fact { return fact("ms", slog.Int64Value(d.Milliseconds())) }

// Count is how many there were.
func Count(n int) Fact { return fact("count", slog.IntValue(n)) }

// Bytes is how large it was.
func Bytes(n int) Fact { return fact("bytes", slog.IntValue(n)) }

// File tells one file from another by a hash of its path. The salt is drawn again
// whenever the program starts and kept nowhere, so that no name can be tried out.
func File(path string) Fact {
	return Fact{"file", func(j *Journal) slog.Value { return slog.StringValue(j.hash(path)) }}
}

// Because is the kind of an error: the types of its chain, and the words of those
// errors whose words are fixed.
func Because(err error) Fact { return fact("because", slog.StringValue(kinds(err))) }

// fixed are errors whose words are always the same.
var fixed = []error{fs.ErrNotExist, fs.ErrExist, fs.ErrPermission, fs.ErrClosed, context.Canceled, context.DeadlineExceeded}

// kinds describes an error without its message.
func kinds(err error) string {
	var out []string
	for ; err != nil; err = next(err) {
		out = append(out, kindOf(err))
	}
	return strings.Join(out, " < ")
}

func kindOf(err error) string {
	switch e := err.(type) {
	case file.Kind:
		return "file." + string(e)
	case syscall.Errno:
		return fmt.Sprintf("errno %d", int(e))
	}
	for _, f := range fixed {
		if err == f {
			return f.Error()
		}
	}
	return fmt.Sprintf("%T", err)
}

// next is the error inside, the first of several.
func next(err error) error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		if inner := many.Unwrap(); len(inner) > 0 {
			return inner[0]
		}
		return nil
	}
	return errors.Unwrap(err)
}
