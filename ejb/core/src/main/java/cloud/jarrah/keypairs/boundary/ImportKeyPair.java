package cloud.jarrah.keypairs.boundary;

import cloud.jarrah.api.ec2.ImportKeyPairRequest;
import cloud.jarrah.api.ec2.ImportKeyPairResponse;
import cloud.jarrah.keypairs.control.KeyPairRegister;
import cloud.jarrah.keypairs.control.PublicKeys;
import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.tags.control.TagSets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Registers the public half of a key pair that the user made. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class ImportKeyPair implements Action<ImportKeyPairRequest, ImportKeyPairResponse> {
  private final KeyPairRegister register;

  @Inject
  public ImportKeyPair(KeyPairRegister register) {
    this.register = register;
  }

  @Override
  public Prepared<ImportKeyPairResponse> prepare(ImportKeyPairRequest request, Caller caller) {
    String name = register.requireFree(caller.accountId(), request.keyName);
    if (request.publicKeyMaterial == null || request.publicKeyMaterial.isBlank()) {
      throw Wording.missing("PublicKeyMaterial");
    }
    KeyPair.Content content = PublicKeys.read(request.publicKeyMaterial);
    Map<String, String> tags = KeyPairRegister.tags(request.tagSpecificationSet);
    return Prepared.of(
        List.of(register.arn(caller.accountId(), name)),
        () -> {
          KeyPair keyPair = register.add(caller.accountId(), name, content, tags);
          ImportKeyPairResponse response = new ImportKeyPairResponse();
          response.keyName = keyPair.name();
          response.keyFingerprint = keyPair.fingerprint();
          response.keyPairId = keyPair.id();
          response.tagSet = TagSets.items(tags);
          return response;
        });
  }
}
