package org.lifeboat.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.BalancesViewModel;
import org.lifeboat.ui.balances.FigureExport;
import org.lifeboat.ui.balances.TokenViewModel;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;

/// What the page of balances does, beside going to other pages.
record BalanceActions(Wallet wallet, Tokens tokens, BalancesViewModel balances, Tasks tasks)
        implements BalancesView.Actions {
    @Override
    public void refresh() {
        balances.refresh();
    }

    @Override
    public void cancel() {
        balances.cancel();
    }

    @Override
    public Supplier<String> file(Network network, Row row) {
        return FigureExport.of(wallet, network, row);
    }

    @Override
    public void chain(Network network, Row row, Consumer<Optional<EvidenceChain>> found) {
        tasks.run(() -> EvidenceChain.of(wallet, network, row), found, _ -> found.accept(Optional.empty()));
    }

    @Override
    public TokenViewModel addToken() {
        return new TokenViewModel(wallet, tokens, tasks, balances::refresh);
    }

    @Override
    public void removeToken(Token token) {
        tasks.run(
                () -> tokens.remove(token.chain(), token.contract()), _ -> balances.refresh(), _ -> balances.refresh());
    }
}
