package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/freedesktop"
	"h200filing/app/dev/pack/notices"
	"h200filing/assets/licences"
)

// release is the making of the packages of one version.
type release struct {
	*workshop
	metadata.Package
	when time.Time // of every file in every package
	out  string    // folder of the packages
	temp string    // folder for what they are made of
	made []string  // packages, by their paths
}

// newRelease reads what the packages say. Their time is SOURCE_DATE_EPOCH where it
// is set (reproducible-builds.org), else that of the commit.
func newRelease(ctx context.Context, w *workshop, out, temp string) (*release, error) {
	p, err := metadata.ReadPackage(filepath.Join(w.root, metadata.File))
	if err != nil {
		return nil, err
	}
	when, err := w.sourceDate(ctx, os.Getenv("SOURCE_DATE_EPOCH"))
	if err != nil {
		return nil, err
	}
	w = w.with(fmt.Sprintf("SOURCE_DATE_EPOCH=%d", when.Unix()), "TZ=UTC", "LC_ALL=C.UTF-8")
	return &release{workshop: w, Package: p, when: when, out: out, temp: temp}, os.MkdirAll(out, 0o755)
}

// sourceDate is the time that epoch says, in seconds since 1970, or that of the
// last commit where it says none.
func (w *workshop) sourceDate(ctx context.Context, epoch string) (time.Time, error) {
	if epoch == "" {
		log := w.command(ctx, "git", "log", "-1", "--format=%ct")
		log.Stdout = nil
		text, err := log.Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("time of the commit: %w; outside a clone set SOURCE_DATE_EPOCH", err)
		}
		epoch = strings.TrimSpace(string(text))
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// releaseArgs are the arguments of go that compile a package of commands for
// strangers: without symbols, without paths and ids of this machine.
func releaseArgs(version, bin, what string, linker ...string) []string {
	flags := append([]string{"-s", "-w", "-buildid=", "-X main.version=" + version}, linker...)
	return []string{"build", "-tags=" + tags, "-buildvcs=false", "-trimpath", "-ldflags=" + strings.Join(flags, " "), "-o", bin, what}
}

// named is a path in the packages' folder for one that says what it is for.
func (r *release) named(suffix string) string {
	return filepath.Join(r.out, r.Command+"-"+r.Version+"-"+suffix)
}

// write makes a package by a function and notes it. A package that could not be
// made is not left there half.
func (r *release) write(path string, by func(io.Writer) error) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err = errors.Join(by(f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	r.made = append(r.made, path)
	return nil
}

// built is the program as it is built for the current system, in a folder of its
// own.
func (r *release) built(ctx context.Context, folder string) ([]byte, error) {
	bin := filepath.Join(r.temp, folder, r.Command)
	if err := r.goTool(ctx, releaseArgs(r.Version, bin, "./app")...); err != nil {
		return nil, err
	}
	return os.ReadFile(bin)
}

// source reads a file of the repository.
func (r *release) source(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(r.root, filepath.FromSlash(name)))
}

// drawings are the program's icon and that of its files.
func (r *release) drawings() (d freedesktop.Drawings, err error) {
	if d.Program, err = r.source(r.Drawing); err != nil {
		return d, err
	}
	d.Document, err = r.source(r.FileType.Drawing)
	return d, err
}

// typefaces are the licences of the typefaces in the program. The package that holds
// them would bring the typefaces themselves into this command.
func (r *release) typefaces() (string, error) {
	var all strings.Builder
	for _, name := range []string{"README.txt", "OFL-1.1.txt", "GPL-3.0-with-font-exception.txt"} {
		text, err := r.source("assets/fonts/LICENSES/" + name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&all, "%s\n\n", bytes.TrimSpace(text))
	}
	return all.String(), nil
}

// documents are what lies beside the program in an archive.
func (r *release) documents() (pack.Tree, error) {
	terms, err := r.source("LICENSE")
	if err != nil {
		return nil, err
	}
	typefaces, err := r.typefaces()
	if err != nil {
		return nil, err
	}
	works, err := licences.Works()
	if err != nil {
		return nil, err
	}
	return pack.Tree{{Path: "LICENSE.txt", Content: terms}, {Path: "LIBRARIES.txt", Content: notices.Write(typefaces, works)}}, nil
}

// finish writes the packages' sums beside them, in the form that sha256sum -c
// reads, and tells their sizes.
func (r *release) finish(to io.Writer) error {
	slices.Sort(r.made)
	var sums bytes.Buffer
	for _, path := range r.made {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(content), filepath.Base(path))
		fmt.Fprintf(to, "%8.1f MB  %s\n", float64(len(content))/1e6, path)
	}
	path := filepath.Join(r.out, "SHA256SUMS")
	fmt.Fprintf(to, "             %s\n", path)
	return os.WriteFile(path, sums.Bytes(), 0o644)
}
