package store

import "syscall"

// far reports whether a folder seems to be on another machine.
func far(dir string) bool {
	var fs syscall.Statfs_t
	return syscall.Statfs(dir, &fs) == nil && farLinux(uint32(fs.Type))
}
