package cloud.jarrah.keypairs.boundary;

import cloud.jarrah.api.ec2.CreateKeyPairRequest;
import cloud.jarrah.api.ec2.CreateKeyPairResponse;
import cloud.jarrah.keypairs.control.KeyForge;
import cloud.jarrah.keypairs.control.KeyForge.Forged;
import cloud.jarrah.keypairs.control.KeyPairRegister;
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

/** Makes a key pair and shows its private half, once. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class CreateKeyPair implements Action<CreateKeyPairRequest, CreateKeyPairResponse> {
  private final KeyPairRegister register;
  private final KeyForge forge;

  @Inject
  public CreateKeyPair(KeyPairRegister register, KeyForge forge) {
    this.register = register;
    this.forge = forge;
  }

  @Override
  public Prepared<CreateKeyPairResponse> prepare(CreateKeyPairRequest request, Caller caller) {
    String name = register.requireFree(caller.accountId(), request.keyName);
    String type = request.keyType == null ? "rsa" : request.keyType;
    if (!type.equals("rsa") && !type.equals("ed25519")) {
      throw Wording.invalid("KeyType", type, "It must be rsa or ed25519.");
    }
    Map<String, String> tags = KeyPairRegister.tags(request.tagSpecificationSet);
    return Prepared.of(
        List.of(register.arn(caller.accountId(), name)), () -> create(caller, name, type, tags));
  }

  private CreateKeyPairResponse create(
      Caller caller, String name, String type, Map<String, String> tags) {
    Forged forged = type.equals("rsa") ? forge.rsa() : forge.ed25519();
    KeyPair keyPair = register.add(caller.accountId(), name, forged.content(), tags);
    CreateKeyPairResponse response = new CreateKeyPairResponse();
    response.keyName = keyPair.name();
    response.keyFingerprint = keyPair.fingerprint();
    response.keyMaterial = forged.privateKey();
    response.keyPairId = keyPair.id();
    response.tagSet = TagSets.items(tags);
    return response;
  }
}
