package journal

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"gopkg.in/natefinch/lumberjack.v2"
)

// How much of the log is kept: the current file and those before it.
const (
	mostMegabytes = 1
	mostBackups   = 4
	mostDays      = 60
)

// Journal is the log of one run of the program. A nil Journal takes everything and
// keeps nothing. Its methods may be called on any goroutine.
type Journal struct {
	log  *slog.Logger
	file *lumberjack.Logger
	salt []byte
}

// Open begins the log of a run in a folder, which it makes where there is none. now
// is the clock. The file is log.jsonl: a JSON object a line, with time, event and
// facts; a full one is put aside, and the oldest are removed.
func Open(dir, version string, now func() time.Time) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j := &Journal{salt: make([]byte, sha256.Size),
		file: &lumberjack.Logger{Filename: filepath.Join(dir, "log.jsonl"), MaxSize: mostMegabytes, MaxBackups: mostBackups, MaxAge: mostDays}}
	if _, err := rand.Read(j.salt); err != nil {
		return nil, err
	}
	clock := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Time(slog.TimeKey, now().UTC())
		}
		return a
	}
	handler := slog.NewJSONHandler(j.file, &slog.HandlerOptions{ReplaceAttr: clock})
	j.log = slog.New(handler).With("run", os.Getpid(), "version", version, "system", runtime.GOOS+"/"+runtime.GOARCH)
	return j, nil
}

// Note writes an event and what is told about it. That the log cannot be written,
// on a full disk for example, stops nobody's work.
func (j *Journal) Note(e Event, about ...Fact) {
	if j == nil {
		return
	}
	attrs := make([]slog.Attr, len(about))
	for i, f := range about {
		attrs[i] = slog.Attr{Key: f.key, Value: f.value(j)}
	}
	j.log.LogAttrs(context.Background(), slog.LevelInfo, e.String(), attrs...)
}

// Close ends the log.
func (j *Journal) Close() error {
	if j == nil {
		return nil
	}
	return j.file.Close()
}

// hashed is how many hexadecimal digits a hash has in the log.
const hashed = 12

func (j *Journal) hash(s string) string {
	h := sha256.New()
	h.Write(j.salt)
	h.Write([]byte(s))
	return hex.EncodeToString(h.Sum(nil))[:hashed]
}
