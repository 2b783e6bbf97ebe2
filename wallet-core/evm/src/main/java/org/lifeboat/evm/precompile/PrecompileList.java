package org.lifeboat.evm.precompile;

import java.util.List;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.rules.ForkRules;

/// The contracts 1 to 17 in order, with a fork's prices; a fork has the first so many of them.
final class PrecompileList {
    private static final Secp256k1 CURVE = Secp256k1.preferred();

    private PrecompileList() {}

    static List<Precompile> of(ForkRules rules) {
        return List.of(
                new EcRecover(CURVE),
                new HashContracts.Sha256(),
                new HashContracts.Ripemd(),
                new HashContracts.Identity(),
                new ModExp(ModExpPrice.of(rules.modexpRule)),
                new Bn254Contracts.Add(rules.bnAddGas),
                new Bn254Contracts.Multiply(rules.bnMulGas),
                new Bn254Contracts.Pairing(rules.bnPairingGas, rules.bnPairGas),
                new Blake2Contract(),
                new PointEvaluation(),
                new BlsContracts.G1Add(),
                new BlsContracts.G1SumOfProducts(),
                new BlsContracts.G2Add(),
                new BlsContracts.G2SumOfProducts(),
                new BlsContracts.Pairing(),
                new BlsContracts.MapToG1(),
                new BlsContracts.MapToG2());
    }
}
