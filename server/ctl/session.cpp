#include "server/ctl/session.h"

#include "core/model/futures.h"
#include "core/remote/rest_vault.h"
#include "core/services/connections/system_user.h"
#include "core/storage/local_vault.h"
#include "core/token/token.h"

#include <QFile>
#include <QFileInfo>

namespace latchkey::ctl {

namespace {

tl::unexpected<Error> badFile(const char *field, const char *code) {
    return fail(Error(QList<FieldError>{{QLatin1StringView(field), QLatin1StringView(code), {}}}));
}

Result<std::shared_ptr<const SecretBytes>> tokenOf(const QString &path) {
    constexpr qint64 Longest = 256;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badFile("token-file", "cannotRead");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return badFile("token-file", "readableByOthers");
    QByteArray bytes = file.read(Longest);
    auto secret = std::make_shared<const SecretBytes>(SecretBytes::copyOf(QByteArrayView(bytes).trimmed()));
    secureWipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!token::parse(secret->view()))
        return badFile("token-file", "notAToken");
    return secret;
}

QFuture<Result<Session>> openFile(const Arguments &a, const Clock &clock) {
    const Answer<Result<Session>> answer;
    OpenOptions options;
    options.create = false;
    options.actor = systemUserName();
    auto *context = new QObject;
    openLocalVault(a.vault, options, clock) |
        then(context, [answer, context](const Result<std::shared_ptr<VaultBackend>> &opened) {
            context->deleteLater();
            if (!opened)
                return answer.give(fail(opened.error()));
            Principal owner;
            owner.name = systemUserName();
            owner.holdsAll = true;
            answer.give(Session{*opened, owner});
        });
    return answer.future();
}

QFuture<Result<Session>> openServer(const Arguments &a, const Clock &clock) {
    auto address = parseServerAddress(a.server);
    if (!address)
        return ready<Result<Session>>(fail(address.error()));
    if (!a.authorityFile.isEmpty()) {
        QFile file(a.authorityFile);
        if (!file.open(QIODevice::ReadOnly))
            return ready<Result<Session>>(badFile("ca", "cannotRead"));
        address->authority = file.readAll();
    }
    const auto token = tokenOf(a.tokenFile);
    if (!token)
        return ready<Result<Session>>(fail(token.error()));
    const Answer<Result<Session>> answer;
    auto *context = new QObject;
    openRestVault(*address, *token, clock) |
        then(context, [answer, context](const Result<ServerSession> &opened) {
            context->deleteLater();
            answer.give(opened ? Result<Session>(Session{opened->backend, opened->principal})
                               : Result<Session>(fail(opened.error())));
        });
    return answer.future();
}

} // namespace

QFuture<Result<Session>> openSession(const Arguments &a, const Clock &clock) {
    return a.vault.isEmpty() ? openServer(a, clock) : openFile(a, clock);
}

} // namespace latchkey::ctl
