package store

import (
	"context"
	"fmt"
	"os"
)

// Unfolded tells apart what is not folded into the file yet, "" for nothing. As long as it stays the
// same nobody has written.
func (s *Store) Unfolded() string {
	info, err := os.Stat(s.file + walEnd)
	if s.wr == nil || err != nil || info.Size() == 0 {
		return ""
	}
	return fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano())
}

// Fold folds what was written into the file, so that the file alone is the journal while nobody
// writes. It waits for nobody: where somebody reads or writes just now, it is left for another time.
// It does nothing where nothing was written.
func (s *Store) Fold(ctx context.Context) error {
	if s.Unfolded() == "" {
		return nil
	}
	if err := s.here(); err != nil {
		return err
	}
	whole, err := s.foldNow(context.WithoutCancel(ctx)) // it takes a moment, and an interrupted connection is made anew
	if whole {
		s.watch.learn()
	}
	return s.fail(err)
}

// foldNow is Fold where there is something. It is not whole where somebody was in the way.
func (s *Store) foldNow(ctx context.Context) (whole bool, err error) {
	conn, err := s.wr.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	if _, err = conn.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil {
		return false, err
	}
	whole, err = foldIn(ctx, conn)
	if _, back := conn.ExecContext(ctx, "PRAGMA busy_timeout = "+busyWait); back != nil {
		return whole, back
	}
	if busy(err) {
		return false, nil
	}
	return whole, err
}

// foldIn folds what is beside the file into it. It is not whole where somebody was in the way.
func foldIn(ctx context.Context, q querier) (whole bool, err error) {
	var inTheWay, pages, folded int
	err = q.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&inTheWay, &pages, &folded)
	return err == nil && inTheWay == 0, err
}
