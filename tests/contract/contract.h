#pragma once

#include "core/backend/request_log.h"
#include "core/backend/verifier_feed.h"
#include "tests/support/test_vault.h"

#include <QObject>
#include <functional>
#include <memory>

/// What every backend has to do, whatever it stands on. One program a backend runs all of it.
namespace latchkey::contract {

/// Makes vaults of one kind.
class Vaults {
public:
    Vaults() = default;
    Vaults(const Vaults &) = delete;
    Vaults &operator=(const Vaults &) = delete;
    virtual ~Vaults() = default;
    /// From now on open() opens a new, empty vault.
    virtual void renew() = 0;
    /// The vault as another process sees it: with connections and an index of its own.
    virtual std::shared_ptr<VaultBackend> open(const Clock &clock) = 0;
    /// Writes past the program: `UPDATE keys SET … WHERE id = '…'`, as a defect of the disk would.
    virtual void spoil(const QString &statement) = 0;
    /// Two permissions that its keys can have, and who acts.
    [[nodiscard]] virtual ScopeSet scopes() const { return ScopeSet::parse(u"leads:read leads:write"); }
    [[nodiscard]] virtual Principal principal() const { return {QStringLiteral("Ana"), true, true, {}}; }
    /// What the clock says when a vault is new: fixed, unless another process has a clock of its own.
    [[nodiscard]] virtual Instant now() const { return Instant(1'767'225'600'000); } // 2026-01-01
};

/// A new vault for each test, with fixed time and ids.
class Contract : public QObject {
    Q_OBJECT
public:
    explicit Contract(Vaults &vaults)
        : vaults(vaults)
        , clock(vaults.now()) {}

protected:
    Vaults &vaults;
    FixedClock clock;
    std::shared_ptr<VaultBackend> backend;

    void begin();
    /// key…0001, …
    static KeyId id(int n);
    static QByteArray verifier(int n);
    [[nodiscard]] NewKey newKey(int n, const QString &name = {}) const;
    ApiKey make(int n, const QString &name = {});
    [[nodiscard]] KeyChange changeOf(const ApiKey &key, const char *action = "key.edit") const;
    QList<KeyId> ids(const QString &search = {}, SmartFilter smart = SmartFilter::None,
                     KeySort sort = {SortColumn::Id, Qt::AscendingOrder});
};

int run(Vaults &vaults, const QStringList &arguments);
/// What also a backend does whose service makes the tokens and keeps the keys.
int runCommon(Vaults &vaults, const QStringList &arguments);
/// Lists, search, counts and how others' changes arrive. For a server: it makes rows and times itself, which
/// the rest of the contract writes.
int runLists(Vaults &vaults, const QStringList &arguments);

} // namespace latchkey::contract
