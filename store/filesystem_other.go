//go:build !linux && !darwin

package store

import "strings"

// far reports whether a folder seems to be on another machine: of a share, its name says so.
func far(dir string) bool { return strings.HasPrefix(dir, `\\`) && !strings.HasPrefix(dir, `\\?\`) }
