package org.lifeboat.app.cli;

import java.util.Optional;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.TokenExit;
import tools.jackson.databind.node.ObjectNode;

/// How a token gets home, as JSON and as a line.
/// @param seen empty where one of the layers could not be read
record TokenWay(Shell shell, Address token, Optional<Exits.TokenSeen> seen) {
    ObjectNode json() {
        ObjectNode json = JsonDocument.object();
        json.put("contract", token.toChecksum());
        json.put("class", code());
        Optional<TokenExit> exit = seen.map(Exits.TokenSeen::exit);
        JsonDocument.putOrNull(
                json,
                "bridge",
                exit.map(way -> way instanceof TokenExit.OwnBridge(Address bridge) ? bridge.toChecksum() : null));
        JsonDocument.putOrNull(
                json,
                "l1Token",
                exit.map(way -> way instanceof TokenExit.StandardBridge bridge
                        ? bridge.l1Token().toChecksum()
                        : null));
        JsonDocument.putOrNull(
                json,
                "locked",
                exit.map(way -> way instanceof TokenExit.StandardBridge bridge
                        ? bridge.locked().toString()
                        : null));
        JsonDocument.putOrNull(json, "assurance", seen.map(one -> ExitLines.assurance(one.ofL2())));
        return json;
    }

    private String code() {
        return seen.map(Exits.TokenSeen::exit)
                .map(exit -> switch (exit) {
                    case TokenExit.StandardBridge bridge ->
                        bridge.locked().signum() > 0 ? "STANDARD_BRIDGE" : "NOTHING_LOCKED";
                    case TokenExit.OwnBridge _ -> "OWN_BRIDGE";
                    case TokenExit.NoCounterpart _ -> "NO_COUNTERPART";
                    case TokenExit.Unknown _ -> "UNKNOWN";
                })
                .orElse("COULD_NOT_READ");
    }

    String line() {
        String key = "cli.exit.token." + code();
        return seen.map(Exits.TokenSeen::exit)
                .map(exit -> switch (exit) {
                    case TokenExit.StandardBridge bridge ->
                        shell.words().say(key, token, bridge.l1Token(), bridge.locked());
                    case TokenExit.OwnBridge(Address bridge) -> shell.words().say(key, token, bridge);
                    case TokenExit.NoCounterpart _ -> shell.words().say(key, token);
                    case TokenExit.Unknown(Address below) -> shell.words().say(key, token, below);
                })
                .orElseGet(() -> shell.words().say(key, token));
    }
}
