#pragma once

#include "core/model/handoff.h"
#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "core/storage/local_vault.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace latchkey {

/// A clock that stands where it is put. Fixed in tests.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant t)
        : m_now(t.ms()) {}
    [[nodiscard]] Instant now() const override { return Instant(m_now); }
    void set(Instant t) { m_now = t.ms(); }

private:
    std::atomic<qint64> m_now;
};

/// Waits for a future while events are handled. One that doesn't finish in time, or ends as cancelled, ends
/// the test program: there is no answer to go on with.
template<typename T>
T waitFor(QFuture<T> f, int ms = 20'000) {
    if (!f.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(f);
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (!f.isFinished() || f.resultCount() == 0)
        qFatal("no answer within %d ms", ms);
    handoff::acquire();
    return f.result();
}

/// A real vault in a folder of its own, with the services on it.
class TestVault {
public:
    explicit TestVault(Instant now = Instant(QDateTime::currentMSecsSinceEpoch()))
        : clock(now) {}
    QTemporaryDir dir;
    FixedClock clock;
    SessionStore secrets;
    std::shared_ptr<VaultBackend> backend;
    std::unique_ptr<KeyService> service;
    KeyService::TokenSource tokens;

    [[nodiscard]] QString path() const { return dir.filePath(QStringLiteral("vault/test.latchkey")); }
    void open(const QString &who = QStringLiteral("Ana")) {
        OpenOptions o;
        o.actor = who;
        auto opened = waitFor(openLocalVault(path(), o, clock));
        QVERIFY2(opened.has_value(), "the vault opens");
        backend = *opened;
        service = std::make_unique<KeyService>(*backend, secrets, clock, Principal{who, true, true, {}},
                                               nullptr, tokens);
    }
    void close() {
        service.reset();
        backend.reset();
    }
    [[nodiscard]] KeyConfig config(const QString &name = QStringLiteral("CRM sync")) const {
        KeyConfig c;
        c.name = name;
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(u"leads:read leads:write");
        c.expires = clock.now().plusDays(90);
        return c;
    }
    [[nodiscard]] QList<KeyId> ids(const QString &search = {}, SmartFilter smart = SmartFilter::None) {
        KeyQuery q;
        q.filter = parseFilter(search);
        q.filter.smart = smart;
        const auto list = waitFor(backend->list(q));
        QList<KeyId> all;
        for (qsizetype i = 0; list && i < (*list)->size(); ++i)
            all.append((*list)->idAt(i));
        return all;
    }
};

} // namespace latchkey
