package cloud.jarrah.keypairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreateKeyPairRequest;
import cloud.jarrah.api.ec2.CreateKeyPairResponse;
import cloud.jarrah.api.ec2.DeleteKeyPairRequest;
import cloud.jarrah.api.ec2.DescribeKeyPairsRequest;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.ImportKeyPairRequest;
import cloud.jarrah.api.ec2.ImportKeyPairResponse;
import cloud.jarrah.api.ec2.KeyPairItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.keypairs.boundary.CreateKeyPair;
import cloud.jarrah.keypairs.boundary.DeleteKeyPair;
import cloud.jarrah.keypairs.boundary.DescribeKeyPairs;
import cloud.jarrah.keypairs.boundary.ImportKeyPair;
import cloud.jarrah.keypairs.control.KeyForge;
import cloud.jarrah.keypairs.control.KeyPairRegister;
import cloud.jarrah.keypairs.control.TaggableKeyPairs;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags of key pairs. */
class KeyPairTagsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final KeyPairRepository REPOSITORY = new KeyPairRepository(DB.entityManager());
  private static final Tags TAGS = new Tags(new TagRepository(DB.entityManager()));
  private static final KeyPairRegister REGISTER =
      new KeyPairRegister(
          REPOSITORY, new CountingIds(), new SettableTime(), TAGS, new Arns(() -> "jarrah-1"));

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE);
  }

  private static TagSpecification tags(String type, String key, String value) {
    ResourceTag tag = new ResourceTag();
    tag.key = key;
    tag.value = value;
    TagSpecification specification = new TagSpecification();
    specification.resourceType = type;
    specification.tagSet.add(tag);
    return specification;
  }

  /** With its name in a tag for a resource of a type, or without tags. */
  private static CreateKeyPairResponse create(String name, @Nullable String type) {
    CreateKeyPairRequest request = new CreateKeyPairRequest();
    request.keyName = name;
    request.keyType = "ed25519";
    if (type != null) {
      request.tagSpecificationSet.add(tags(type, "Name", name));
    }
    return Actions.run(DB, new CreateKeyPair(REGISTER, new KeyForge()), request, Callers.ALICE);
  }

  private static ImportKeyPairResponse importTagged() {
    // The first key of RFC 8032, 7.1.
    String hex =
        "0000000b"
            + HexFormat.of().formatHex("ssh-ed25519".getBytes(StandardCharsets.US_ASCII))
            + "00000020d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    String line = "ssh-ed25519 " + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    ImportKeyPairRequest request = new ImportKeyPairRequest();
    request.keyName = "imported";
    request.publicKeyMaterial =
        Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.US_ASCII));
    request.tagSpecificationSet.add(tags("key-pair", "from", "home"));
    return Actions.run(DB, new ImportKeyPair(REGISTER), request, Callers.ALICE);
  }

  private static boolean delete(String name) {
    DeleteKeyPairRequest request = new DeleteKeyPairRequest();
    request.keyName = name;
    return Actions.run(DB, new DeleteKeyPair(REPOSITORY, REGISTER), request, Callers.ALICE).success;
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void tagsAreShownFoundAndDeletedWithTheKeyPair() {
    assertThat(create("k", "key-pair").tagSet)
        .extracting(tag -> tag.key + "=" + tag.value)
        .containsExactly("Name=k");
    assertThat(importTagged().tagSet).hasSize(1);
    create("plain", null);
    assertThat(find("key-name", "*"))
        .extracting(item -> item.keyName + Objects.requireNonNull(item.tagSet).size())
        .containsExactly("imported1", "k1", "plain0");
    assertThat(find("tag:Name", "k")).extracting(item -> item.keyName).containsExactly("k");
    assertThat(find("tag:Name", "K")).isEmpty();
    assertThat(find("tag-key", "f*")).extracting(item -> item.keyName).containsExactly("imported");
    delete("k");
    delete("imported");
    assertThat(storedTags()).isZero();
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> create("l", "instance"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> find("tag-value", "k"));
  }

  private static List<KeyPairItem> find(String filter, String value) {
    FilterValue item = new FilterValue();
    item.value = value;
    Filter asked = new Filter();
    asked.name = filter;
    asked.valueSet.add(item);
    DescribeKeyPairsRequest request = new DescribeKeyPairsRequest();
    request.filterSet.add(asked);
    return Actions.run(DB, new DescribeKeyPairs(REPOSITORY, TAGS), request, Callers.ALICE).keySet;
  }

  private static int storedTags() {
    TagRepository stored = new TagRepository(DB.entityManager());
    return DB.transactions()
        .requiresNew(
            () ->
                stored
                    .list(Callers.ALICE.accountId(), TagRepository.Wanted.ALL, null, 1000)
                    .size());
  }

  @Test
  void aKeyPairThatIsBeingTaggedIsDeletedWithThoseTags() throws Exception {
    String id = Objects.requireNonNull(create("k", null).keyPairId);
    TaggableKeyPairs taggable = new TaggableKeyPairs(REPOSITORY);
    assertThat(
            DB.transactions()
                .requiresNew(() -> taggable.require(Callers.ALICE.accountId(), Set.of(id))))
        .containsExactly(id);
    CompletableFuture<Boolean> deletion =
        DB.transactions()
            .requiresNew(
                () -> {
                  taggable.require(Callers.ALICE.accountId(), Set.of(id));
                  CompletableFuture<Boolean> begun =
                      CompletableFuture.supplyAsync(() -> delete("k"));
                  TAGS.put(Callers.ALICE.accountId(), "key-pair", id, Map.of("late", "yes"));
                  return begun;
                });
    assertThat(deletion.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(storedTags()).isZero();
    assertRefused(
        ErrorCode.INVALID_KEY_PAIR_NOT_FOUND,
        () ->
            DB.transactions()
                .requiresNew(() -> taggable.require(Callers.ALICE.accountId(), Set.of(id))));
  }
}
