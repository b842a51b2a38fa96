package config

import "path/filepath"

// Path is where the file is looked for, "" where no place for it is known: where this system keeps what
// a person set.
func Path(getenv func(string) string, home func() (string, error), goos string) string {
	// The base directory specification has a relative path there ignored.
	if dir := getenv("XDG_CONFIG_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bothways", "config.toml")
	}
	if dir := getenv("APPDATA"); goos == "windows" && dir != "" {
		return filepath.Join(dir, "bothways", "config.toml")
	}
	dir, err := home()
	switch {
	case err != nil || dir == "":
		return ""
	case goos == "windows":
		return filepath.Join(dir, "AppData", "Roaming", "bothways", "config.toml")
	}
	return filepath.Join(dir, ".config", "bothways", "config.toml")
}
