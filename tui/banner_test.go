package tui

import "testing"

func TestBanner(t *testing.T) {
	const said = "Only to be read: the file or its folder is not writable for you."
	d := readsOnly(t)
	d.sees(said, "TO FOLLOW UP")
	for _, key := range []string{"P", "enter", "g", "a", "R", "L"} {
		d.keys(key)
		d.sees(said)
	}
	d.keys("g", "n") // news comes first, and what it says stays until the next key
	d.seesNot(said)
	d.sees("The journal can only be read")
	d.size(44, 12)
	d.keys("g")
	d.sees("Only to be read: the file or its")

	writable := newDesk(t)
	writable.seesNot("Only to be read")
}
