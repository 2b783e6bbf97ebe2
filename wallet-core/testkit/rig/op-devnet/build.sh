#!/usr/bin/env bash
# build.sh [OUT]: builds a whole OP Stack and its contracts into OUT, a folder outside the tree. Safe to run again; some
# seven minutes the first time. Needs Go, Node 20 and npm; fetches by module and package name only. Nothing of it is shipped.
# OUT: else the variable LIFEBOAT_OP_DEVNET, else lifeboat-op-devnet beside Go's other programs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for p in go node npm; do command -v "$p" >/dev/null || { echo "missing program: $p" >&2; exit 69; }; done
out=${1:-${LIFEBOAT_OP_DEVNET:-$(go env GOPATH)/lifeboat-op-devnet}}
mkdir -p "$out" && out=$(cd "$out" && pwd)
GETH=v1.17.0 OPTIMISM=v1.19.6 OPGETH=v1.101702.3-rc.7
if cmp -s "$here/build.sh" "$out/.built" && cmp -s "$here/package-lock.json" "$out/packages/.installed"; then
  echo "built before: $out"
  exit 0
fi
if [ "$(cat "$out/.versions" 2>/dev/null)" != "$GETH $OPTIMISM $OPGETH" ]; then # what stands there is of other versions
  (cd "$out" && rm -rf geth op-geth op-node op-batcher op-proposer op-challenger cannon l2-state prestate.* contracts-v8 src)
  echo "$GETH $OPTIMISM $OPGETH" > "$out/.versions"
fi
export GOFLAGS=-mod=mod
moddir() { (cd "$out" && GO111MODULE=on go mod download -json "$1" | sed -n 's/^\t*"Dir": "\(.*\)",\{0,1\}$/\1/p'); }

[ -x "$out/geth" ] || GOBIN="$out" go install "github.com/ethereum/go-ethereum/cmd/geth@$GETH"
opgeth=$(moddir "github.com/ethereum-optimism/op-geth@$OPGETH")
[ -x "$out/op-geth" ] || (cd "$opgeth" && GOFLAGS=-mod=readonly go build -o "$out/op-geth" ./cmd/geth)

# A writable copy of the optimism module: op-core/superchain embeds superchain-configs.zip, which the module archive lacks.
# op-geth ships a file of that name; its digest goes into the .sha256 that the package checks at start. Consequence: the list behind
# `--network NAME` is not the reviewed one. The devnet never uses --network.
src="$out/src/optimism"
if [ ! -f "$src/.ready" ]; then
  mkdir -p "$out/src" && rm -rf "$src" && cp -r "$(moddir "github.com/ethereum-optimism/optimism@$OPTIMISM")" "$src" && chmod -R u+w "$src"
  cp "$opgeth/superchain/superchain-configs.zip" "$src/op-core/superchain/"
  (cd "$src/op-core/superchain" && chmod u+w superchain-configs.zip && sha256sum superchain-configs.zip > superchain-configs.zip.sha256)
  grep -q "op-geth $OPGETH" "$src/go.mod" # the module pins the same op-geth
  touch "$src/.ready"
fi
cd "$src"
for p in op-node op-batcher op-proposer op-challenger; do [ -x "$out/$p" ] || go build -o "$out/$p" "./$p/cmd"; done
[ -x "$out/cannon" ] || go build -o "$out/cannon" ./cannon
mkdir -p "$out/l2-state" && cp op-core/nuts/state/*_state.json "$out/l2-state/"

# Toy absolute prestate (a Go program that exits 0), so that op-challenger accepts games of type 0 and 8.
if [ ! -f "$out/prestate.json" ]; then
  mkdir -p "$out/src/toy" && cd "$out/src/toy"
  printf 'module toy\n\ngo 1.24\n' > go.mod; printf 'package main\n\nimport "os"\n\nfunc main() { os.Exit(0) }\n' > main.go
  GOFLAGS= GOOS=linux GOARCH=mips64 GOMIPS64=softfloat CGO_ENABLED=0 go build -trimpath -o toy.elf .
  "$out/cannon" load-elf --type multithreaded64-5 --path toy.elf --out "$out/prestate.bin.gz" --meta '' >/dev/null
  "$out/cannon" witness --input "$out/prestate.bin.gz" > "$out/prestate.json"
fi

# Packages: what deploys and signs for the roles, the contracts of 2024, and the compiler with the libraries of today's.
npm="$out/packages"
if ! cmp -s "$here/package-lock.json" "$npm/.installed"; then
  mkdir -p "$npm" && cp "$here/package.json" "$here/package-lock.json" "$npm/"
  (cd "$npm" && npm ci --ignore-scripts --no-audit --no-fund) && cp "$here/package-lock.json" "$npm/.installed"
fi

# Solidity: the contracts that come with the module just built (v8: Portal 5.8.0, SystemConfig 4.0.0; the generation after mainnet's).
[ -f "$out/contracts-v8/PermissionedDisputeGame.json" ] || node "$here/contracts.mjs" "$src/packages/contracts-bedrock" "$npm/node_modules" "$out/contracts-v8"

cp "$here/build.sh" "$out/.built" # the last step: what up.mjs's callers look for
