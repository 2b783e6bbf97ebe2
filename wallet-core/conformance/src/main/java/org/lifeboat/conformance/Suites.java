package org.lifeboat.conformance;

import java.util.List;
import org.lifeboat.conformance.bench.BalancesBench;
import org.lifeboat.conformance.bench.EvmBench;
import org.lifeboat.conformance.bench.LightClientBench;
import org.lifeboat.conformance.bench.ProofsBench;
import org.lifeboat.conformance.bench.SandboxBench;
import org.lifeboat.conformance.evm.EvmSuite;
import org.lifeboat.conformance.evm.Selection;
import org.lifeboat.conformance.fuzz.FuzzSuite;
import org.lifeboat.conformance.lightclient.LightClientSuite;
import org.lifeboat.conformance.opdevnet.OpDevnetSuite;
import org.lifeboat.conformance.opstack.OpStackBench;
import org.lifeboat.conformance.opstack.OpStackSuite;
import org.lifeboat.conformance.proofs.ProofsSuite;
import org.lifeboat.conformance.sandbox.SandboxSuite;
import org.lifeboat.conformance.wallet.WalletSuite;
import org.lifeboat.conformance.window.StartBench;
import org.lifeboat.conformance.window.WindowBench;

/// The one place where suites and benches are listed.
final class Suites {
    private Suites() {}

    static List<Suite> suites() {
        return List.of(
                new ProofsSuite(),
                new LightClientSuite(),
                new WalletSuite(),
                new EvmSuite(Selection.fromProperties()),
                new OpStackSuite(),
                new SandboxSuite(),
                new FuzzSuite(FuzzSuite.Settings.fromProperties()),
                new OpDevnetSuite(OpDevnetSuite.Settings.fromProperties()));
    }

    static List<Bench> benches() {
        return List.of(
                new ProofsBench(),
                new EvmBench(),
                new OpStackBench(),
                new BalancesBench(),
                new SandboxBench(),
                new LightClientBench(),
                new StartBench(),
                new WindowBench());
    }
}
