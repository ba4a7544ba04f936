#pragma once

#include "core/backend/vault_backend.h"
#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "core/storage/local_vault.h"
#include "ui/dialogs/form/dialog_context.h"
#include "ui/format/words.h"
#include "ui/platform/secret_clipboard.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

/// A real vault in a temporary folder, a real service, a fixed clock: what the dialogs run on in their tests.
class DialogFixture {
public:
    class FixedClock final : public latchkey::Clock {
    public:
        [[nodiscard]] latchkey::Instant now() const override {
            return latchkey::Instant::fromDateTime(
                QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC).addMSecs(offset));
        }
        qint64 offset = 0;
    };

    explicit DialogFixture(latchkey::Principal who = {.name = QStringLiteral("Ana"),
                                                      .mayWrite = true,
                                                      .holdsAll = true,
                                                      .scopes = {}}) {
        latchkey::OpenOptions o;
        o.name = QStringLiteral("Test");
        o.actor = who.name;
        o.catalogueJson = latchkey::defaultCatalogueJson();
        auto opened =
            latchkey::openLocalVault(folder.filePath(QStringLiteral("vault/test.latchkey")), o, clock);
        const auto answer = wait(opened);
        if (!answer)
            qFatal("the vault did not open: %s", qPrintable(latchkey::ui::sentence(answer.error())));
        backend = *answer;
        service = std::make_unique<latchkey::KeyService>(*backend, secrets, clock, std::move(who));
        clipboard = std::make_unique<latchkey::ui::SecretClipboard>(QApplication::clipboard());
    }

    ~DialogFixture() { backend.reset(); } // its threads end while the service can still take their answers

    /// The answer of a future, with the event loop running.
    template<typename T>
    static T wait(QFuture<T> f) {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(f.isFinished(), 20'000); }();
        return f.result();
    }

    latchkey::ApiKey make(const QString &name, const QString &scopes = QStringLiteral("leads:read"),
                          latchkey::Environment env = latchkey::Environment::Production) {
        latchkey::KeyConfig c;
        c.name = name;
        c.environment = env;
        c.scopes = latchkey::ScopeSet::parse(scopes);
        c.expires = clock.now().plusDays(30);
        return wait(service->create(c)).value().key;
    }

    latchkey::ApiKey row(const latchkey::KeyId &id) { return wait(backend->rows({id})).value().value(0); }

    [[nodiscard]] latchkey::ui::DialogContext context() const {
        return {*service, *clipboard, QTimeZone::utc()};
    }

    QTemporaryDir folder;
    FixedClock clock;
    latchkey::SessionStore secrets;
    std::shared_ptr<latchkey::VaultBackend> backend;
    std::unique_ptr<latchkey::KeyService> service;
    std::unique_ptr<latchkey::ui::SecretClipboard> clipboard;
};
