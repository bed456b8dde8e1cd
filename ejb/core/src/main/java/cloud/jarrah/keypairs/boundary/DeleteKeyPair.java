package cloud.jarrah.keypairs.boundary;

import cloud.jarrah.api.ec2.DeleteKeyPairRequest;
import cloud.jarrah.api.ec2.DeleteKeyPairResponse;
import cloud.jarrah.keypairs.control.KeyPairRegister;
import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a key pair. One that does not exist is deleted already: no error, as in the public API.
 */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class DeleteKeyPair implements Action<DeleteKeyPairRequest, DeleteKeyPairResponse> {
  private final KeyPairRepository repository;
  private final KeyPairRegister register;

  @Inject
  public DeleteKeyPair(KeyPairRepository repository, KeyPairRegister register) {
    this.repository = repository;
    this.register = register;
  }

  @Override
  public Prepared<DeleteKeyPairResponse> prepare(DeleteKeyPairRequest request, Caller caller) {
    Optional<KeyPair> found = find(request, caller.accountId());
    List<String> resources =
        found.map(keyPair -> register.arn(caller.accountId(), keyPair.name())).stream().toList();
    return Prepared.of(
        resources,
        () -> {
          found.ifPresent(register::remove);
          DeleteKeyPairResponse response = new DeleteKeyPairResponse();
          response.success = true;
          response.keyPairId = found.map(KeyPair::id).orElse(null);
          return response;
        });
  }

  private Optional<KeyPair> find(DeleteKeyPairRequest request, String accountId) {
    if (request.keyPairId != null) {
      return repository.byId(accountId, request.keyPairId);
    }
    if (request.keyName == null) {
      throw Wording.missing("KeyName or KeyPairId");
    }
    return repository.byName(accountId, request.keyName);
  }
}
