package cloud.jarrah.keypairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreateKeyPairRequest;
import cloud.jarrah.api.ec2.CreateKeyPairResponse;
import cloud.jarrah.api.ec2.DeleteKeyPairRequest;
import cloud.jarrah.api.ec2.DescribeKeyPairsRequest;
import cloud.jarrah.api.ec2.ImportKeyPairRequest;
import cloud.jarrah.api.ec2.ImportKeyPairResponse;
import cloud.jarrah.api.ec2.KeyName;
import cloud.jarrah.api.ec2.KeyPairItem;
import cloud.jarrah.keypairs.boundary.CreateKeyPair;
import cloud.jarrah.keypairs.boundary.DeleteKeyPair;
import cloud.jarrah.keypairs.boundary.DescribeKeyPairs;
import cloud.jarrah.keypairs.boundary.ImportKeyPair;
import cloud.jarrah.keypairs.control.KeyForge;
import cloud.jarrah.keypairs.control.KeyPairRegister;
import cloud.jarrah.keypairs.control.StoredKeyPairs;
import cloud.jarrah.keypairs.entity.KeyPairRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPairActionsTest {
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
    TestAccounts.add(DB, Callers.ALICE, Callers.BOB);
  }

  private static CreateKeyPairResponse create(Caller caller, @Nullable String name) {
    return create(caller, name, null);
  }

  private static CreateKeyPairResponse create(
      Caller caller, @Nullable String name, @Nullable String type) {
    CreateKeyPairRequest request = new CreateKeyPairRequest();
    request.keyName = name;
    request.keyType = type;
    return Actions.run(DB, new CreateKeyPair(REGISTER, new KeyForge()), request, caller);
  }

  private static ImportKeyPairResponse importKey(byte[] key) {
    ImportKeyPairRequest request = new ImportKeyPairRequest();
    request.keyName = "imported";
    request.publicKeyMaterial = Base64.getEncoder().encodeToString(key);
    return Actions.run(DB, new ImportKeyPair(REGISTER), request, Callers.ALICE);
  }

  private static List<KeyPairItem> describe(Caller caller, String... names) {
    DescribeKeyPairsRequest request = new DescribeKeyPairsRequest();
    for (String name : names) {
      KeyName item = new KeyName();
      item.keyName = name;
      request.keySet.add(item);
    }
    request.includePublicKey = true;
    return Actions.run(DB, new DescribeKeyPairs(REPOSITORY, TAGS), request, caller).keySet;
  }

  private static boolean delete(Caller caller, String name) {
    DeleteKeyPairRequest request = new DeleteKeyPairRequest();
    request.keyName = name;
    return Actions.run(DB, new DeleteKeyPair(REPOSITORY, REGISTER), request, caller).success;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = KeyPairActionsTest.class.getResourceAsStream("/keypairs/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void newRsaKeyIsShownOnceWithTheDigestOfItsPrivateHalf() {
    CreateKeyPairResponse made = create(Callers.ALICE, "my key");
    assertThat(made.keyMaterial).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(made.keyFingerprint).matches("([0-9a-f]{2}:){19}[0-9a-f]{2}");
    assertThat(describe(Callers.ALICE, "my key"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.keyType).isEqualTo("rsa");
              assertThat(item.keyPairId).isEqualTo(made.keyPairId).startsWith("key-");
              assertThat(item.publicKey).startsWith("ssh-rsa AAAA").endsWith(" my-key");
            });
  }

  @Test
  void newEd25519KeyIsInOpenSshFormat() {
    CreateKeyPairResponse made = create(Callers.ALICE, "k", "ed25519");
    assertThat(made.keyMaterial).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n");
    assertThat(made.keyFingerprint).hasSize(44).endsWith("=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa.pub", "rsa.ssh2", "rsa.pem", "rsa.pkcs1"})
  void importedRsaKeyHasTheDigestOfItsPublicHalfWhateverItsForm(String file) throws IOException {
    assertThat(importKey(resource(file)).keyFingerprint)
        .isEqualTo("49:7e:ee:32:7d:ea:76:48:c6:5d:9f:34:a2:14:57:cb");
    assertThat(describe(Callers.ALICE).get(0).publicKey)
        .startsWith(new String(resource("rsa.pub"), StandardCharsets.UTF_8).substring(0, 380));
  }

  @Test
  void importedEd25519KeyHasTheFingerprintThatSshShows() throws IOException {
    assertThat(importKey(resource("ed25519.pub")).keyFingerprint)
        .isEqualTo("84SLgf4m0OTSL5H4EOf5wcqVy5N/VkdYxeNyqrb573o=");
  }

  @Test
  void whatIsNoUsableKeyIsRefused() throws IOException {
    assertRefused(ErrorCode.INVALID_KEY_FORMAT, () -> importKey(resource("ecdsa.pub")));
    for (String wrong :
        new String[] {
          "ssh-rsa AAAA",
          "ssh-rsa",
          "hello",
          "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQE=",
          "\0\0",
          "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
          "---- BEGIN SSH2 PUBLIC KEY ----" + " ".repeat(12_000) + "x",
          "---- BEGIN SSH2 PUBLIC KEY ----" + "\n:\\".repeat(4000),
          "ssh-rsa " + Base64.getEncoder().encodeToString(new byte[2000]),
          "x".repeat(40_000)
        }) {
      assertRefused(
          ErrorCode.INVALID_KEY_FORMAT,
          () -> importKey(wrong.getBytes(StandardCharsets.ISO_8859_1)));
    }
    String twice = new String(resource("rsa.pub"), StandardCharsets.UTF_8).repeat(2);
    assertRefused(
        ErrorCode.INVALID_KEY_FORMAT, () -> importKey(twice.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void nameIsUniqueInItsAccountOnly() {
    create(Callers.ALICE, "k", "ed25519");
    create(Callers.BOB, "k", "ed25519");
    create(Callers.ALICE, "K", "ed25519");
    assertRefused(ErrorCode.INVALID_KEY_PAIR_DUPLICATE, () -> create(Callers.ALICE, "k"));
    assertThat(describe(Callers.ALICE))
        .extracting(item -> item.keyName)
        .containsExactlyInAnyOrder("K", "k");
  }

  @Test
  void impossibleNameIsRefused() {
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> create(Callers.ALICE, null));
    for (String wrong : new String[] {" k", "k\n", "a\u0000b", "x".repeat(256), "k\u202e"}) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> create(Callers.ALICE, wrong));
    }
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> create(Callers.ALICE, "k", "dsa"));
  }

  @Test
  void strangerNeitherSeesNorDeletesIt() {
    create(Callers.ALICE, "k", "ed25519");
    assertThat(describe(Callers.BOB)).isEmpty();
    assertRefused(ErrorCode.INVALID_KEY_PAIR_NOT_FOUND, () -> describe(Callers.BOB, "k"));
    assertThat(delete(Callers.BOB, "k")).isTrue();
    assertThat(describe(Callers.ALICE)).hasSize(1);
  }

  @Test
  void deletedKeyPairIsGoneAndDeletingItAgainIsNoError() {
    create(Callers.ALICE, "k", "ed25519");
    StoredKeyPairs port = new StoredKeyPairs(REPOSITORY);
    assertThat(DB.transactions().requiresNew(() -> port.find(Callers.ALICE.accountId(), "k")))
        .hasValueSatisfying(key -> assertThat(key.publicKey()).startsWith("ssh-ed25519 "));
    assertThat(delete(Callers.ALICE, "k")).isTrue();
    assertThat(delete(Callers.ALICE, "k")).isTrue();
    assertThat(DB.transactions().requiresNew(() -> port.find(Callers.ALICE.accountId(), "k")))
        .isEmpty();
  }
}
