package cloud.jarrah.keypairs.boundary;

import cloud.jarrah.api.ec2.DescribeKeyPairsRequest;
import cloud.jarrah.api.ec2.DescribeKeyPairsResponse;
import cloud.jarrah.api.ec2.KeyPairItem;
import cloud.jarrah.keypairs.control.KeyPairErrors;
import cloud.jarrah.keypairs.entity.KeyPair;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.tags.control.TagFilters;
import cloud.jarrah.tags.control.TagSets;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The account's key pairs, by name. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeKeyPairs implements Action<DescribeKeyPairsRequest, DescribeKeyPairsResponse> {
  private static final TagFilters<KeyPair> FILTERS =
      new TagFilters<>(
          new FilterTable<KeyPair>()
              .on("key-name", KeyPair::name)
              .on("key-pair-id", KeyPair::id)
              .on("fingerprint", KeyPair::fingerprint),
          KeyPair::id);

  private final KeyPairRepository repository;
  private final Tags tags;

  @Inject
  public DescribeKeyPairs(KeyPairRepository repository, Tags tags) {
    this.repository = repository;
    this.tags = tags;
  }

  @Override
  public Prepared<DescribeKeyPairsResponse> prepare(
      DescribeKeyPairsRequest request, Caller caller) {
    boolean showKey = Boolean.TRUE.equals(request.includePublicKey);
    List<KeyPair> named = named(request, repository.all(caller.accountId()));
    TagSets shown = tags.of(caller.accountId(), named.stream().map(KeyPair::id).toList());
    Predicate<KeyPair> filters = FILTERS.compile(request.filterSet, shown);
    return Prepared.of(
        () -> {
          DescribeKeyPairsResponse response = new DescribeKeyPairsResponse();
          named.stream()
              .filter(filters)
              .map(keyPair -> item(keyPair, showKey, shown))
              .forEach(response.keySet::add);
          return response;
        });
  }

  /** Those asked for by name or id; one that is not there is an error. */
  private static List<KeyPair> named(DescribeKeyPairsRequest request, List<KeyPair> all) {
    Set<String> names = new HashSet<>();
    request.keySet.forEach(asked -> names.add(Objects.requireNonNullElse(asked.keyName, "")));
    Set<String> ids = new HashSet<>();
    request.keyPairIdSet.forEach(asked -> ids.add(Objects.requireNonNullElse(asked.keyPairId, "")));
    requireAll(names, all.stream().map(KeyPair::name).toList());
    requireAll(ids, all.stream().map(KeyPair::id).toList());
    if (names.isEmpty() && ids.isEmpty()) {
      return all;
    }
    return all.stream()
        .filter(keyPair -> names.contains(keyPair.name()) || ids.contains(keyPair.id()))
        .toList();
  }

  private static void requireAll(Set<String> asked, List<String> existing) {
    asked.stream()
        .filter(wanted -> !existing.contains(wanted))
        .sorted()
        .findFirst()
        .ifPresent(
            missing -> {
              throw KeyPairErrors.notFound(missing);
            });
  }

  private static KeyPairItem item(KeyPair keyPair, boolean showKey, TagSets tags) {
    KeyPairItem item = new KeyPairItem();
    item.keyName = keyPair.name();
    item.keyFingerprint = keyPair.fingerprint();
    item.keyPairId = keyPair.id();
    item.keyType = keyPair.type();
    item.createTime = keyPair.createdAt();
    item.publicKey = showKey ? keyPair.publicKeyLine() : null;
    item.tagSet = tags.items(keyPair.id());
    return item;
  }
}
