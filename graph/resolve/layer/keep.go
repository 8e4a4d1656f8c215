package layer

import (
	"context"
	"time"
)

// Keep takes in changes as they come, looking for them every pause, until ctx
// ends. What goes wrong is told to warn, and tried again.
func (r *Resolver) Keep(ctx context.Context, pause time.Duration, warn func(error)) {
	for {
		if err := r.Refresh(ctx); err != nil && ctx.Err() == nil {
			warn(err)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
	}
}
