# Sourced by tests/run: a throw-away PostgreSQL server for one run of the tests.

# Prints the directory of PostgreSQL's server programs, or nothing when there is none.
postgres_bin() {
  local bin
  bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1) || true
  if [[ -x $bin/initdb ]]; then
    echo "$bin"
  elif command -v initdb >/dev/null; then
    dirname "$(command -v initdb)"
  fi
}

# Runs a command as somebody else than root, since PostgreSQL refuses to run as root.
unprivileged() {
  if [[ $EUID -ne 0 ]]; then
    "$@"
  else
    runuser -u "$(postgres_user)" -- "$@"
  fi
}

postgres_user() {
  id -un postgres 2>/dev/null || echo nobody
}

free_port() {
  local port
  while :; do
    # Below the ports that the system gives to outgoing connections.
    port=$((RANDOM % 12000 + 18000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# start_postgres <directory>: creates a cluster below the directory, starts it, exports TRACKER_TEST_POSTGRES.
start_postgres() {
  postgres_home=$1
  postgres_programs=$(postgres_bin)
  mkdir -p "$postgres_home"
  if [[ $EUID -eq 0 ]]; then
    chown "$(postgres_user)" "$postgres_home"
  fi
  cd "$postgres_home"

  # A collation that is not the bytes' order, as real servers have: what is sorted must not depend on it unnoticed.
  unprivileged "$postgres_programs/initdb" --pgdata="$postgres_home/data" --username=tracker --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync >"$postgres_home/initdb.log" 2>&1 ||
    { cat "$postgres_home/initdb.log" >&2; return 1; }

  # Nothing has to survive a crash, nor lives long enough to be tidied; every app under test has a connection pool of its own.
  local attempt port settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_home
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300
    -c jit=off -c autovacuum=off"
  for attempt in 1 2 3; do
    port=$(free_port)
    if unprivileged "$postgres_programs/pg_ctl" start --wait --timeout=60 --silent --pgdata="$postgres_home/data" \
      --log="$postgres_home/server.log" --options="${settings//$'\n'/ } -p $port" </dev/null >/dev/null 2>&1; then
      export TRACKER_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=tracker;Database=postgres"
      cd - >/dev/null
      return
    fi
  done
  tail -n 20 "$postgres_home/server.log" >&2
  return 1
}

stop_postgres() {
  if [[ -n ${postgres_home:-} && -f $postgres_home/data/postmaster.pid ]]; then
    unprivileged "$postgres_programs/pg_ctl" stop --mode=immediate --silent --pgdata="$postgres_home/data" >/dev/null 2>&1 || true
  fi
}
