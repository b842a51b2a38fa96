//go:build unix

package e2e

// BeginsNote goes from the first page to an empty note about somebody new.
func (p *person) BeginsNote(name string) *person {
	p.t.Helper()
	return p.Sees("n ").Press("n").Sees("Who did you talk with?").
		Types(name).Sees(name, "new", "enter begin").
		Press("enter").Sees(name+" · I mentor", "Just begin")
}
