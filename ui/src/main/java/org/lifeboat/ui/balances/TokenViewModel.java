package org.lifeboat.ui.balances;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.balances.TokenScreen.Problem;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;

/// Adds a token that the user names by its address: its facts are read, shown, and kept only after a second
/// press.
public final class TokenViewModel {
    /// For one source.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wallet wallet;
    private final Tokens tokens;
    private final Tasks tasks;
    private final Runnable added;
    private final ReadOnlyObjectWrapper<TokenScreen> screen = new ReadOnlyObjectWrapper<>(new TokenScreen.Loading());
    private Optional<TokenScreen.Asking> form = Optional.empty();
    private Tasks.Running running = () -> {};

    /// @param added is run on the screen's thread once a token was added
    public TokenViewModel(Wallet wallet, Tokens tokens, Tasks tasks, Runnable added) {
        this.wallet = wallet;
        this.tokens = tokens;
        this.tasks = tasks;
        this.added = added;
    }

    public ReadOnlyObjectProperty<TokenScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Reads which networks can be asked.
    public void load() {
        tasks.run(
                () -> wallet.networks().watched(),
                networks -> show(
                        networks.isEmpty()
                                ? new TokenScreen.NoSource()
                                : new TokenScreen.Asking(networks, networks.getFirst(), "", new Problem.None())),
                _ -> screen.set(new TokenScreen.NoSource()));
    }

    private void show(TokenScreen next) {
        if (next instanceof TokenScreen.Asking asking) {
            form = Optional.of(asking);
        }
        screen.set(next);
    }

    /// Back to the form as it was; what was being asked is given up.
    public void back() {
        running.cancel();
        form.ifPresent(asking -> show(again(asking, new Problem.None())));
    }

    /// Asks the network's sources what the contract says of itself.
    public void read(Network network, String typed) {
        form.ifPresent(before -> {
            TokenScreen.Asking now =
                    new TokenScreen.Asking(before.networks(), network, typed.strip(), new Problem.None());
            form = Optional.of(now);
            Problem wrong = look(now);
            if (!(wrong instanceof Problem.None)) {
                show(again(now, wrong));
                return;
            }
            screen.set(new TokenScreen.Reading());
            running = tasks.run(
                    () -> found(now, Address.fromUser(now.address())),
                    this::show,
                    _ -> show(again(now, new Problem.Unanswered(""))));
        });
    }

    private static Problem look(TokenScreen.Asking form) {
        try {
            Address.fromHex(form.address());
        } catch (IllegalArgumentException notHex) {
            return new Problem.NotAnAddress();
        }
        try {
            Address.fromUser(form.address());
        } catch (IllegalArgumentException mistyped) {
            return new Problem.Checksum();
        }
        return new Problem.None();
    }

    private TokenScreen found(TokenScreen.Asking form, Address contract) {
        Network network = form.network();
        Optional<Token> known = tokens.find(network.chain(), contract);
        if (known.isPresent()) {
            return again(form, new Problem.AlreadyThere(known.get()));
        }
        return switch (new TokenReader(PATIENCE).read(wallet.sources(network.chain()), contract)) {
            case TokenReader.Result.Read(var facts, List<TokenReader.Oddity> oddities, List<String> hosts) ->
                new TokenScreen.Found(
                        network, contract, facts, oddities, tokens.warnings(network.chain(), contract, facts), hosts);
            case TokenReader.Result.SourcesDiffer(String one, var _, String other, var _) ->
                again(form, new Problem.SourcesDiffer(one, other));
            case TokenReader.Result.NotAToken _ -> again(form, new Problem.NotAToken());
            case TokenReader.Result.Unanswered(String reason) -> again(form, new Problem.Unanswered(reason));
        };
    }

    private static TokenScreen.Asking again(TokenScreen.Asking form, Problem problem) {
        return new TokenScreen.Asking(form.networks(), form.network(), form.address(), problem);
    }

    /// Keeps what was shown.
    public void add() {
        if (screen.get() instanceof TokenScreen.Found found) {
            tasks.run(
                    () -> tokens.add(found.network().chain(), found.contract(), found.facts()),
                    outcome -> {
                        switch (outcome) {
                            case Tokens.Outcome.Added(Token token, var _) -> done(token);
                            case Tokens.Outcome.AlreadyThere(Token token) -> done(token);
                        }
                    },
                    _ -> back());
        }
    }

    private void done(Token token) {
        screen.set(new TokenScreen.Added(token));
        added.run();
    }
}
