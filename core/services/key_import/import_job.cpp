#include "core/services/key_import/import_job.h"

#include "core/services/token_in_text.h"

namespace latchkey {

namespace {

constexpr qsizetype MostOfAName = 100; // of a row that may hold anything

Error rowError(const char *code, std::optional<KeyField> field = {}) {
    return Error({FieldError{field ? toWord(*field) : QString(), QLatin1StringView(code), {}}});
}

/// What a row that fails is called. What stood before its problem was looked through for our own tokens only.
QString nameOf(const ImportRow &row) {
    const QString name = row.values.value(KeyField::Name).trimmed();
    return holdsToken(name) ? QString() : name.left(MostOfAName);
}

} // namespace

ImportJob::ImportJob(KeyService &service, Task task)
    : m_service(service)
    , m_task(std::move(task))
    , m_writer(service, m_report)
    , m_file(std::make_shared<ImportFile>(m_task.path, m_task.shape, m_task.mapping,
                                          service.backend().info().prefix)) {
    m_pool.setMaxThreadCount(1);
}

ImportJob::~ImportJob() {
    m_pool.waitForDone();
}

void ImportJob::start() {
    tell(0);
    if (m_task.expectedHash.isEmpty())
        return begin();
    m_busy = true;
    inBackground(m_pool, [path = m_task.path] { return ImportFile::hashOf(path); }) |
        then(this, [this](const Result<QByteArray> &hash) {
            m_busy = false;
            if (m_cancelled)
                return stop({JobState::Cancelled, {}});
            if (!hash)
                return stop({JobState::Failed, hash.error()});
            if (*hash != m_task.expectedHash)
                return stop({JobState::Failed,
                             Error({FieldError{QStringLiteral("file"), QStringLiteral("fileChanged"), {}}})});
            begin();
        });
}

void ImportJob::begin() {
    m_knownScopes = m_service.backend().catalogue().allScopes();
    if (auto opened = m_file->open(); !opened)
        return stop({JobState::Failed, opened.error()});
    if (!m_task.dryRun && !m_task.tokenFile.isEmpty()) {
        if (auto made = m_writer.keepTokensIn(m_task.tokenFile); !made)
            return stop({JobState::Failed, made.error()});
    }
    read();
}

void ImportJob::cancel() {
    m_cancelled = true;
    m_writer.cancel();
    if (!m_busy)
        stop({JobState::Cancelled, {}});
}

/// The share of the file stands for the share of the rows, whose number nobody knows yet.
void ImportJob::tell(qint64 bytes) {
    m_bytes = bytes;
    const qint64 total = bytes > 0 ? qMax(m_rows, m_rows * m_task.shape.bytes / bytes) : 0;
    emit progress({m_rows, total, m_report.created + m_report.changed, m_report.unchanged, m_report.invalid});
}

void ImportJob::read() {
    if (m_cancelled)
        return stop({JobState::Cancelled, {}});
    m_busy = true;
    using Read = std::pair<Result<QList<ImportRow>>, qint64>;
    inBackground(m_pool, [file = m_file]() -> Read {
        auto rows = file->next(Chunk);
        return {std::move(rows), file->bytesRead()};
    }) | then(this, [this](const Read &read) {
        m_busy = false;
        if (m_cancelled)
            return stop({JobState::Cancelled, {}});
        if (!read.first)
            return stop({JobState::Failed, read.first.error()});
        if (read.first->isEmpty()) {
            m_report.complete = true;
            m_report.fileHash = m_file->hash();
            m_task.shape.bytes = read.second;
            tell(read.second);
            return stop({JobState::Done, {}});
        }
        m_rows += read.first->size();
        m_bytes = read.second;
        look(*read.first);
    });
}

/// The keys that the rows name, and whether their tokens are those of these keys.
void ImportJob::look(const QList<ImportRow> &rows) {
    QList<KeyId> ids;
    for (const ImportRow &r : rows) {
        if (!r.problem && !(r.id.isNull() && r.tokenId.isNull()))
            ids.append(r.id.isNull() ? r.tokenId : r.id);
    }
    m_busy = true;
    m_service.backend().rowsIfThere(ids) | then(this, [this, rows](const Result<QList<ApiKey>> &found) {
        m_busy = false;
        if (!found)
            return stop({JobState::Failed, found.error()});
        QHash<KeyId, ApiKey> known;
        for (const ApiKey &k : *found)
            known.insert(k.id, k);
        QList<KeyId> asked;
        QList<QFuture<Result<ApiKey>>> answers;
        for (const ImportRow &r : rows) {
            if (r.tokenId.isNull() || !known.contains(r.id.isNull() ? r.tokenId : r.id))
                continue;
            asked.append(r.tokenId);
            answers.append(m_service.backend().findByCredential(r.tokenId, r.verifier));
        }
        if (answers.isEmpty())
            return judge(rows, known, {});
        m_busy = true;
        QtFuture::whenAll(answers.begin(), answers.end()) |
            then(this, [this, rows, known, asked](const QList<QFuture<Result<ApiKey>>> &all) {
                m_busy = false;
                QHash<KeyId, bool> tokens;
                for (qsizetype i = 0; i < all.size(); ++i)
                    tokens.insert(asked[i], all[i].resultCount() > 0 && all[i].result().has_value());
                judge(rows, known, tokens);
            });
    });
}

void ImportJob::judge(const QList<ImportRow> &rows, const QHash<KeyId, ApiKey> &known,
                      const QHash<KeyId, bool> &tokens) {
    if (m_cancelled)
        return stop({JobState::Cancelled, {}});
    m_chunk = {};
    m_newRows.clear();
    m_changedRows.clear();
    for (const ImportRow &r : rows) {
        const auto at = known.constFind(r.id.isNull() ? r.tokenId : r.id);
        judgeOne(r, at == known.constEnd() ? nullptr : &*at, tokens.value(r.tokenId));
    }
    if (m_task.dryRun) {
        m_report.created += m_chunk.created.size();
        m_report.changed += m_chunk.bases.size();
        tell(m_bytes);
        return read();
    }
    write();
}

void ImportJob::judgeOne(const ImportRow &row, const ApiKey *known, bool tokenFits) {
    const QString named = nameOf(row);
    if (row.problem)
        return refuse(row, Error({*row.problem}), named);
    for (const KeyId &id : {row.id, row.tokenId == row.id ? KeyId() : row.tokenId}) {
        if (!id.isNull() && m_seen.contains(id))
            return refuse(row, rowError("twice", id == row.id ? KeyField::Id : KeyField::Token), named);
        if (!id.isNull())
            m_seen.insert(id);
    }
    if (!known)
        return judgeNew(row);
    if (!row.tokenId.isNull() && !tokenFits)
        return refuse(row, rowError("tokenDiffers", KeyField::Token), known->config.name);
    judgeKnown(row, *known);
}

void ImportJob::judgeNew(const ImportRow &row) {
    const QString state = row.values.value(KeyField::State).trimmed().toLower();
    const auto config = configOf(row, KeyConfig(), false);
    const QString name = nameOf(row);
    if (row.tokenId.isNull() && m_task.tokenFile.isEmpty())
        return refuse(row, rowError("noToken"), name);
    if (!row.id.isNull() && !row.tokenId.isNull() && row.id != row.tokenId)
        return refuse(row, rowError("idDiffers", KeyField::Id), name);
    if (!state.isEmpty() && state != toWord(KeyState::Active) && state != QStringLiteral("true"))
        return refuse(row, rowError("notActive", KeyField::State), name);
    if (!row.values.contains(KeyField::Environment))
        return refuse(row, rowError("badEnvironment", KeyField::Environment), name);
    if (!config)
        return refuse(row, config.error(), name);
    if (!row.tokenId.isNull() && row.tokenEnvironment != tokenWord(config->environment))
        return refuse(row, rowError("tokenEnvironment", KeyField::Environment), name);
    auto plan = m_service.planCreate(*config, row.tokenId, row.verifier);
    if (!plan)
        return refuse(row, plan.error(), name);
    if (m_task.dryRun) {
        plan->token.reset();
        m_report.name({ImportReport::Fate::New,
                       plan->key.config.name,
                       row.line,
                       {},
                       plan->key.config.scopes.without(m_knownScopes)});
    }
    m_chunk.created.append(std::move(*plan));
    m_newRows.append(row);
}

void ImportJob::judgeKnown(const ImportRow &row, const ApiKey &key) {
    const QString name = key.config.name;
    if (key.state == KeyState::Deleted || key.state == KeyState::Purged)
        return refuse(row, rowError("deleted", KeyField::Id), name);
    if (key.damaged)
        return refuse(row, Error(ErrorCode::Damaged, {{QStringLiteral("id"), key.id.toString()}}), name);
    const auto state = keyStateFromWord(row.values.value(KeyField::State).trimmed().toLower());
    if (state && *state != key.state)
        ++m_report.otherState;
    const auto config = configOf(row, key.config, true);
    if (!config)
        return refuse(row, config.error(), name);
    if (normalised(*config) == key.config) {
        ++m_report.unchanged;
        if (m_task.dryRun)
            m_report.name({ImportReport::Fate::Unchanged, name, row.line});
        return;
    }
    auto plan = m_service.planEdit(key, *config, QStringLiteral("key.import"));
    if (!plan)
        return refuse(row, plan.error(), name);
    if (m_task.dryRun) {
        const KeyConfig &after = *plan->config;
        m_report.name({ImportReport::Fate::Changed, name, row.line, emptiedFields(row, key.config, after),
                       after.scopes.without(key.config.scopes).without(m_knownScopes), key.config, after});
    }
    m_chunk.bases.append(key);
    m_chunk.changes.insert(key.id, *plan);
    m_changedRows.append(row);
}

void ImportJob::write() {
    m_busy = true;
    QStringList names;
    for (const auto &p : std::as_const(m_chunk.created))
        names.append(p.key.config.name);
    for (const ApiKey &k : std::as_const(m_chunk.bases))
        names.append(k.config.name);
    m_writer.write(
        std::move(m_chunk),
        [this, names](bool isNew, qsizetype at, const Error &e) {
            if (!isNew)
                return refuse(m_changedRows[at], e, names[m_newRows.size() + at]);
            const bool taken = e.code == ErrorCode::Conflict;
            refuse(m_newRows[at], taken ? rowError("taken", KeyField::Token) : e, names[at]);
        },
        [this](const Outcome &written) {
            m_busy = false;
            if (!written)
                return stop({JobState::Failed, written.error()});
            tell(m_bytes);
            read();
        });
}

void ImportJob::refuse(const ImportRow &row, const Error &e, const QString &name) {
    ++m_report.invalid;
    emit failed({row.id, name, row.line, {}}, e);
}

void ImportJob::stop(const JobEnd &end) {
    if (std::exchange(m_over, true))
        return;
    m_report.error = end.error;
    tell(m_bytes);
    emit reported(m_report);
    emit finished(end);
}

} // namespace latchkey
