package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// chroot is a Debian with nothing in it but what every Debian has.
type chroot struct {
	*workshop
	root string
}

// checkDebian installs the Debian package into a clean Debian, uses it there and
// takes it away again.
func (r *release) checkDebian(ctx context.Context) error {
	if err := install(ctx, r.workshop, forCheck); err != nil {
		return err
	}
	c := chroot{r.with("LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", "HOME=/root"), filepath.Join(r.temp, "clean")}
	text, err := readOSRelease()
	if err != nil {
		return err
	}
	suite := releaseValue(text, "VERSION_CODENAME")
	if err := r.do(ctx, "debootstrap", "--variant=minbase", suite, c.root); err != nil {
		return err
	}
	for _, of := range []struct {
		what string
		do   func(context.Context, *release) error
	}{
		{"install", c.installed}, {"use", c.used}, {"remove", c.removed},
	} {
		if err := of.do(ctx, r); err != nil {
			return fmt.Errorf("%s in a clean Debian %s: %w", of.what, suite, err)
		}
	}
	_, err = fmt.Printf("In a clean Debian %s: installed, exported, verified, removed.\n", suite)
	return err
}

// run runs a program in the clean Debian.
func (c chroot) run(ctx context.Context, argv ...string) error {
	return c.do(ctx, append([]string{"chroot", c.root}, argv...)...)
}

// at is the path of a file of the clean Debian.
func (c chroot) at(path string) string { return filepath.Join(c.root, filepath.FromSlash(path)) }

// installed installs the package as a user does, with the packages whose triggers
// make menus, kinds of files and icons known, and looks whether they did.
func (c chroot) installed(ctx context.Context, r *release) error {
	var name string
	for _, path := range r.made {
		if filepath.Ext(path) == ".deb" {
			name = filepath.Base(path)
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.WriteFile(c.at("tmp/"+name), content, 0o644); err != nil {
				return err
			}
		}
	}
	if name == "" {
		return errors.New("no Debian package was made")
	}
	err := c.run(ctx, "apt-get", "install", "--yes", "--no-install-recommends",
		"desktop-file-utils", "shared-mime-info", "hicolor-icon-theme", "/tmp/"+name)
	if err != nil {
		return err
	}
	known, err := os.ReadFile(c.at("usr/share/applications/mimeinfo.cache"))
	if err != nil {
		return err
	}
	if line := r.FileType.MIME + "=" + r.ID + ".desktop;"; !bytes.Contains(known, []byte(line)) {
		return fmt.Errorf("the desktop does not know %s", line)
	}
	_, err = os.Stat(c.at("usr/share/mime/" + r.FileType.MIME + ".xml"))
	return err
}

// used makes the practice application, exports and verifies it.
func (c chroot) used(ctx context.Context, r *release) error {
	for _, line := range []string{
		"new /tmp/practice.h200 --practice",
		"export /tmp/practice.h200 --draft --pdf /tmp/practice.pdf --xlsx /tmp/practice.xlsx --pack /tmp/practice.zip",
		"verify /tmp/practice.zip",
	} {
		if err := c.run(ctx, append([]string{r.Command}, strings.Fields(line)...)...); err != nil {
			return err
		}
	}
	pdf, err := os.ReadFile(c.at("tmp/practice.pdf"))
	if err == nil && !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		err = errors.New("what was exported is no PDF")
	}
	return err
}

// removed takes the package away and looks whether anything stayed.
func (c chroot) removed(ctx context.Context, r *release) error {
	if err := c.run(ctx, "dpkg", "--purge", r.Command); err != nil {
		return err
	}
	var left []error
	for _, path := range []string{"usr/bin/" + r.Command, "usr/share/doc/" + r.Command, "usr/share/mime/" + r.FileType.MIME + ".xml"} {
		if _, err := os.Lstat(c.at(path)); !errors.Is(err, fs.ErrNotExist) {
			left = append(left, errors.Join(fmt.Errorf("%s stayed", path), err))
		}
	}
	return errors.Join(left...)
}
