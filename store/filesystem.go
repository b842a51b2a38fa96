package store

import (
	"os"
	"path/filepath"
	"strings"
)

// farLinux reports whether a file system of Linux, by the number statfs tells it by, may be written
// by another machine, or by a program in between that keeps no shared memory and no locks. What is
// not known is taken to be a disk.
func farLinux(magic uint32) bool {
	switch magic {
	case 0x6969, // NFS
		0x517b, 0xfe534d42, 0xff534d42, // SMB and CIFS
		0x01021997, 0x564c, 0x5346414f, 0x6b414653, // 9p, NetWare, AFS
		0x00c36400, 0x0bd00bd0, 0x47504653, 0x73757245, // Ceph, Lustre, GPFS, Coda
		0x65735546, 0x786f4256: // FUSE: sshfs and the like; a folder shared with a virtual machine
		return true
	}
	return false
}

// farNamed is the same where a system tells its file systems by name.
func farNamed(name string) bool {
	switch strings.ToLower(name) {
	case "nfs", "smbfs", "cifs", "afpfs", "webdav", "ftp", "macfuse", "osxfuse", "fusefs", "acfs", "afs":
		return true
	}
	return false
}

// writeAccess is how a journal at path is to be written. Beside a file on a disk SQLite keeps a log
// and a piece of shared memory, with which nobody who reads waits for a save. Machines do not share
// memory over a network, and a log there can be lost or mixed up; so the old way is taken, in which
// what was there before is put aside until the new is written: a save takes two or three times as
// long, and a page may wait for it.
func writeAccess(far bool) access {
	if far {
		return toWriteFar
	}
	return toWrite
}

// Far reports whether the journal is in a folder that seems to be on another machine.
func (s *Store) Far() bool { return s.far }

// Synced is the name of the service that seems to copy the journal's folder elsewhere, "" for none.
func (s *Store) Synced() string {
	path, err := filepath.EvalSymlinks(s.file)
	if err != nil {
		path = s.file
	}
	return syncedBy(path, func(marker string) bool { _, err := os.Stat(marker); return err == nil })
}

// syncedBy tells by the names of a path's folders; exists looks for the mark one of the services
// leaves in a folder of its own.
func syncedBy(path string, exists func(string) bool) string {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		name := strings.ToLower(filepath.Base(dir))
		switch {
		case name == "dropbox" || strings.HasPrefix(name, "dropbox ("):
			return "Dropbox"
		case name == "onedrive" || strings.HasPrefix(name, "onedrive - ") || strings.HasPrefix(name, "onedrive-"):
			return "OneDrive"
		case name == "mobile documents" || name == "icloud drive" || name == "iclouddrive":
			return "iCloud Drive"
		case name == "google drive" || name == "my drive" || strings.HasPrefix(name, "googledrive-"):
			return "Google Drive"
		case name == "nextcloud" || name == "owncloud":
			return "Nextcloud"
		case exists(filepath.Join(dir, ".stfolder")):
			return "Syncthing"
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}
