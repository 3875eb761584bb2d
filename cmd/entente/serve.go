package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/plots/page"
)

// What help says of it.
const (
	wordsServe = "Show the seminar page on this machine"

	wordsServeLong = `Shows the page of entente page at an address of this machine, until it is interrupted. Only this machine can
see it, unless --address names another of its addresses: then everybody who reaches that can, too.`

	wordsServeExample = `  entente serve
  entente serve --port 8080`
)

func init() { verbs = append(verbs, serveCommand) }

// The limits of the server. A page asks for some forty files of at most a few megabytes.
const (
	readWithin  = 10 * time.Second
	writeWithin = 2 * time.Minute
	idleFor     = 2 * time.Minute
	leaveWithin = 3 * time.Second
	mostHeaders = 16 << 10
	mostAtOnce  = 128
)

// policy is the Content-Security-Policy: nothing but the page's own files, and WebAssembly.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'; " +
	"img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func serveCommand() *cobra.Command {
	address, port, workers := "127.0.0.1", 8080, 0
	c := &cobra.Command{
		Use:     "serve",
		Short:   wordsServe,
		Long:    wordsServeLong,
		Example: wordsServeExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			listener, err := net.Listen("tcp", net.JoinHostPort(address, strconv.Itoa(port)))
			if err != nil {
				return failure{exitRun, fmt.Errorf("%w; another --port, or another --address, may be free", err)}
			}
			site, err := seminar(c, workers)
			if err != nil {
				return errors.Join(err, listener.Close())
			}
			return serve(c, listener, site, !net.ParseIP(address).IsLoopback())
		},
	}
	c.Flags().StringVar(&address, "address", address, "the IP `address` of this machine to show it at")
	c.Flags().IntVar(&port, "port", port, "the `port`; 0: any that is free")
	c.Flags().IntVar(&workers, "workers", 0, "how many processors to use for what is worked out before; 0: all")
	mustHold(c, func(wrong *complaints) {
		if net.ParseIP(address) == nil {
			wrong.add("--address is %s; it must be an IP address of this machine, such as 127.0.0.1", address)
		}
		if port < 0 || port > 65535 {
			wrong.add("--port is %d; it must lie between 0, any that is free, and 65535", port)
		}
		workersHold(workers, wrong)
	})
	return c
}

// serve shows a site until the command is asked to end.
func serve(c *cobra.Command, listener net.Listener, site *page.Site, open bool) error {
	server := &http.Server{
		Handler:     visitors(files(site.Files()), listener.Addr().(*net.TCPAddr), open),
		ReadTimeout: readWithin, ReadHeaderTimeout: readWithin, WriteTimeout: writeWithin, IdleTimeout: idleFor, MaxHeaderBytes: mostHeaders,
	}
	fmt.Fprintf(c.OutOrStdout(), "http://%s/\n", listener.Addr())
	if open {
		fmt.Fprintln(c.ErrOrStderr(), "Whoever reaches this address can see the page.")
	}
	fmt.Fprintln(c.ErrOrStderr(), "Interrupt to end.")
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return failure{exitRun, err}
	case <-c.Context().Done():
	}
	leave, cancel := context.WithTimeout(context.Background(), leaveWithin)
	defer cancel()
	if err := server.Shutdown(leave); err != nil {
		server.Close()
	}
	return nil // to be interrupted is how it ends
}

// visitors lets in who asks for the page by its own address and for nothing else: a site elsewhere that has its name point here
// gets nothing, and so does who asks for too much at once.
func visitors(next http.Handler, at *net.TCPAddr, open bool) http.Handler {
	room := make(chan struct{}, mostAtOnce)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		select {
		case room <- struct{}{}:
			defer func() { <-room }()
		default:
			http.Error(w, "too many ask at once", http.StatusServiceUnavailable)
			return
		}
		switch {
		case !ownName(r.Host, at, open):
			http.Error(w, "this page is not known by that name", http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			head.Set("Allow", "GET, HEAD")
			http.Error(w, "this page is only to be read", http.StatusMethodNotAllowed)
		case r.ContentLength != 0:
			http.Error(w, "a request for a page has no body", http.StatusRequestEntityTooLarge)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// ownName tells whether a Host header names this server by an address of its own. A page that is open to others may be called by
// whatever address of the machine they reach it at, but by no name.
func ownName(host string, at *net.TCPAddr, open bool) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), "80"
	}
	if port != strconv.Itoa(at.Port) {
		return false
	}
	ip := net.ParseIP(name)
	switch {
	case name == "localhost":
		return at.IP.IsLoopback() || at.IP.IsUnspecified()
	case ip == nil:
		return false
	}
	return ip.Equal(at.IP) || open && at.IP.IsUnspecified()
}

// kindsOf are the media types of the files of the page, by how their names end.
var kindsOf = map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".bin": "application/octet-stream"}

// files hands out files by path.
func files(all map[string][]byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		text, ok := all[name]
		if !ok {
			http.Error(w, "there is no such file", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", kindsOf[name[strings.LastIndex(name, "."):]])
		w.Header().Set("Content-Length", strconv.Itoa(len(text)))
		w.Header().Set("Cache-Control", "no-cache")
		if r.Method == http.MethodGet {
			w.Write(text) // who left needs no answer
		}
	})
}
