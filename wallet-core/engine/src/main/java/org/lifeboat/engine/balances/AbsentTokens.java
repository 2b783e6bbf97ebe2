package org.lifeboat.engine.balances;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.trie.AccountState;

/// Tokens that have no contract in the block that is read. That is a fact with a proof, not a failed reading:
/// nobody holds what does not exist.
final class AbsentTokens {
    private final Set<Token> absent = new LinkedHashSet<>();
    private final Map<Token, Reply<ProofClaim>> answers = new LinkedHashMap<>();

    static boolean hasNoCode(AccountState state) {
        return state.codeHash().equals(AccountState.NO_CODE);
    }

    Set<Token> all() {
        return Set.copyOf(absent);
    }

    void add(Token token) {
        absent.add(token);
    }

    boolean has(Position position) {
        return position.asset() instanceof Asset.Erc20(Token token, boolean _) && absent.contains(token);
    }

    /// Asks whether there are contracts at all where they have not answered as tokens do.
    void ask(Batch batch, Stream<Position> silent, BlockSelector block) {
        Set<Token> tokens = new LinkedHashSet<>();
        silent.forEach(position -> {
            if (position.asset() instanceof Asset.Erc20(Token token, boolean _)) {
                tokens.add(token);
            }
        });
        for (Token token : tokens) {
            batch.add(new Query.ProofOf(token.contract(), List.of(), block), reply -> answers.put(token, reply));
        }
    }

    /// Keeps what the answers prove, and hands every lie to `contradictions`.
    void judge(Hash32 stateRoot, List<Contradiction> contradictions) {
        answers.forEach((token, reply) -> reply.got().ifPresent(claim -> {
            switch (ClaimCheck.account(stateRoot, token.contract(), claim)) {
                case Checked.Fits<AccountState>(AccountState state) when hasNoCode(state) -> absent.add(token);
                case Checked.Contradicted<AccountState>(Contradiction contradiction) ->
                    contradictions.add(contradiction);
                case Checked.Fits<AccountState> _, Checked.Unchecked<AccountState> _ -> {}
            }
        }));
    }
}
