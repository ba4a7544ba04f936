#include "ui/audit/audit_page.h"

#include "core/model/audit_actions.h"
#include "core/model/futures.h"
#include "core/services/audit_export.h"
#include "core/storage/open_database.h"
#include "ui/audit/head_watch.h"
#include "ui/feedback/banner_area.h"
#include "ui/format/words.h"
#include "ui/platform/file_dialog.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/padded_cells.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QVBoxLayout>

namespace latchkey::ui {

AuditPage::AuditPage(KeyService &service, HeadWatch &head, Feedback &feedback, QWidget *parent)
    : QWidget(parent)
    , m_clock(service.clock())
    , m_backend(service.backend())
    , m_head(head)
    , m_feedback(feedback)
    , m_model(service.backend())
    , m_search(new QLineEdit(this))
    , m_who(new QLineEdit(this))
    , m_what(new QComboBox(this))
    , m_when(new QComboBox(this))
    , m_verify(new QPushButton(tr("Verify"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_showKey(new QPushButton(tr("Show key"), this))
    , m_banners(new BannerArea(this))
    , m_table(new QTableView(this))
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_changes(new QLabel(this))
    , m_nothing(new QLabel(tr("No entry matches."), this)) {
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_search->setPlaceholderText(tr("Key name or changed value"));
    m_search->setAccessibleName(tr("Search the audit log"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), ColorRole::Secondary),
                        QLineEdit::LeadingPosition);
    m_who->setPlaceholderText(tr("Anyone"));
    m_who->setAccessibleName(tr("Who"));
    m_who->setClearButtonEnabled(true);
    const auto fits = [this](const QLineEdit *edit, int around) {
        return fontMetrics().horizontalAdvance(edit->placeholderText()) + around;
    };
    m_search->setMinimumWidth(fits(m_search, 64)); // the icon, the cross
    m_who->setFixedWidth(qMax(120, fits(m_who, 44)));
    m_who->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_verify->setIcon(themedIcon(QStringLiteral("shield")));
    m_verify->setToolTip(tr("Checks that no entry was changed, removed or added afterwards"));
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    m_export->setToolTip(tr("Writes the whole log as JSON Lines, which can be verified without this vault"));
    fillChoices();
    buildTable();
    auto *top = new FlowLayout; // in a low and narrow window nothing is squeezed
    top->setSpacing(8);
    top->addWidget(m_search);
    for (QWidget *w :
         {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_when),
          static_cast<QWidget *>(m_verify), static_cast<QWidget *>(m_export)})
        top->addWidget(w);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    box->addLayout(top);
    box->addWidget(m_banners);
    box->addWidget(m_table, 1);
    box->addWidget(m_nothing, 1);
    box->addWidget(buildDetail());
    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
    m_changed.setSingleShot(true);
    m_changed.setInterval(300);
    connect(&m_typing, &QTimer::timeout, this, &AuditPage::ask);
    connect(&m_changed, &QTimer::timeout, &m_model, &AuditModel::refresh);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_who, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_what, &QComboBox::currentIndexChanged, this, &AuditPage::ask);
    connect(m_when, &QComboBox::currentIndexChanged, this, &AuditPage::ask);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::askForFile);
    connect(&m_backend, &VaultBackend::keysChanged, this, [this] {
        // Somebody who reads further down is not thrown back to the top.
        if (m_table->rowAt(0) <= 0)
            m_changed.start();
    });
    connect(&m_model, &AuditModel::loaded, this, [this] {
        const bool none = m_model.rowCount() == 0;
        m_nothing->setVisible(none);
        m_table->setVisible(!none);
        m_banners->clear(QStringLiteral("read"));
        if (!none && !m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model.index(0, 0));
        showCurrent();
    });
    connect(&m_model, &AuditModel::failed, this, [this](const Error &e) {
        m_banners->show(QStringLiteral("read"), Feedback::Level::Danger, sentence(e), tr("Try again"),
                        [this] { m_model.refresh(); });
    });
    connect(&head, &HeadWatch::alarm, this, &AuditPage::showAlarm);
    connect(&head, &HeadWatch::calmed, this, [this] { m_banners->clear(QStringLiteral("head")); });
    if (head.alarmed())
        showAlarm();
    ask();
}

void AuditPage::fillChoices() {
    m_what->setAccessibleName(tr("What"));
    m_what->addItem(tr("All changes"), QString());
    for (const QStringView action : AuditActions) {
        if (!action.startsWith(QStringView(u"key.")))
            continue;
        AuditEvent e;
        e.action = action.toString();
        m_what->addItem(auditSentence(e), e.action);
    }
    m_what->addItem(tr("Changes of the vault"), QStringLiteral("vault"));
    m_what->view()->setMinimumWidth(m_what->view()->sizeHintForColumn(0) + 24);
    m_when->setAccessibleName(tr("When"));
    m_when->addItem(tr("Any time"), 0);
    m_when->addItem(tr("Last 24 hours"), 1);
    m_when->addItem(tr("Last 7 days"), 7);
    m_when->addItem(tr("Last 30 days"), 30);
    for (QComboBox *c : {m_what, m_when}) {
        c->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        c->setMinimumContentsLength(12);
    }
}

void AuditPage::buildTable() {
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new PaddedCells(m_table));
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit log"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    QHeaderView *h = m_table->horizontalHeader();
    h->setHighlightSections(false);
    h->setSectionsClickable(false);
    const auto width = [this](const QString &sample) { return fontMetrics().horizontalAdvance(sample) + 24; };
    const QTimeZone zone = m_model.zone();
    h->resizeSection(static_cast<int>(AuditColumn::When),
                     width(fullTime(Instant(1'000'000'000'000), zone)) + 24);
    h->resizeSection(static_cast<int>(AuditColumn::Who), 110);
    h->resizeSection(static_cast<int>(AuditColumn::What), 190);
    h->resizeSection(static_cast<int>(AuditColumn::Key), 190);
    h->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPage::showCurrent);
    connect(m_table, &QTableView::activated, this, [this] { m_showKey->click(); });
}

QWidget *AuditPage::buildDetail() {
    auto *panel = new QFrame(this);
    panel->setFrameShape(QFrame::StyledPanel);
    m_title->setProperty("section", true);
    m_facts->setProperty("secondary", true);
    for (QLabel *l : {m_title, m_facts, m_changes}) {
        l->setTextFormat(Qt::PlainText);
        l->setWordWrap(true);
        l->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_showKey->setIcon(themedIcon(QStringLiteral("key")));
    connect(m_showKey, &QPushButton::clicked, this, [this] {
        const QModelIndex at = m_table->currentIndex();
        if (at.isValid() && !m_model.at(at.row()).key.isNull())
            emit keyWanted(m_model.at(at.row()).key);
    });
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    words->addWidget(m_changes);
    auto *box = new QHBoxLayout(panel);
    box->setContentsMargins(12, 10, 12, 10);
    box->addLayout(words, 1);
    box->addWidget(m_showKey, 0, Qt::AlignTop);
    return panel;
}

void AuditPage::ask() {
    m_typing.stop();
    AuditQuery query;
    query.text = m_search->text().trimmed();
    query.actor = m_who->text().trimmed();
    query.action = m_what->currentData().toString();
    if (const int days = m_when->currentData().toInt(); days > 0)
        query.from = m_clock.now().plusDays(-days);
    m_model.setQuery(query);
}

void AuditPage::refresh() {
    m_model.refresh();
}

bool AuditPage::escape() {
    if (m_search->text().isEmpty() && m_who->text().isEmpty())
        return false;
    m_search->clear();
    m_who->clear();
    return true;
}

void AuditPage::showCurrent() {
    const QModelIndex at = m_table->currentIndex();
    const bool there = at.isValid() && at.row() < m_model.rowCount();
    m_title->parentWidget()->setVisible(there);
    if (!there)
        return;
    const AuditEvent &e = m_model.at(at.row());
    m_title->setText(e.keyName.isEmpty()
                         ? auditSentence(e)
                         : tr("%1: %2", "what was done: key").arg(auditSentence(e), e.keyName));
    m_facts->setText(tr("Entry %1 · %2 · by %3", "number · time · person")
                         .arg(QLocale().toString(e.seq), fullTime(e.at, m_model.zone()), e.actor));
    const QStringList changes = auditChanges(e, m_model.zone());
    m_changes->setText(changes.join(u'\n'));
    m_changes->setVisible(!changes.isEmpty());
    m_showKey->setVisible(!e.key.isNull());
}

void AuditPage::verify() {
    m_verify->setEnabled(false);
    m_backend.verifyAudit() | then(this, [this](const Result<AuditCheck> &check) {
        m_verify->setEnabled(true);
        const QString id = QStringLiteral("verify");
        if (!check)
            m_banners->show(id, Feedback::Level::Danger, sentence(check.error()), {}, {});
        else if (check->intact)
            m_banners->show(id, Feedback::Level::Info,
                            tr("The log is whole: all %Ln entries follow from each other.", nullptr,
                               static_cast<int>(check->rows)),
                            tr("OK"), [this, id] { m_banners->clear(id); });
        else
            m_banners->show(id, Feedback::Level::Danger,
                            tr("Entry %1 was changed, removed or added outside Latchkey. What stands there "
                               "and after it can't be trusted.")
                                .arg(QLocale().toString(check->firstBadSeq)),
                            {}, {});
    });
}

void AuditPage::askForFile() {
    auto *dialog = new FileDialog(
        this, tr("Export the audit log"),
        QStringLiteral("audit-%1.jsonl").arg(QDate::currentDate().toString(QStringLiteral("yyyy-MM-dd"))));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &file) {
    auto out = std::make_shared<QSaveFile>(file);
    const auto refuse = [this, file](const QString &why) {
        m_feedback.toast(tr("Couldn't write %1: %2", "file, reason").arg(file, why));
    };
    if (const auto may = mayOpenFile(file); !may)
        return m_feedback.toast(sentence(may.error()));
    if (!out->open(QIODevice::WriteOnly))
        return refuse(out->errorString());
    out->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_export->setEnabled(false);
    audit_export::write(m_backend, *out, this) | then(this, [this, out, refuse](const Result<qint64> &rows) {
        m_export->setEnabled(true);
        if (!rows)
            return refuse(sentence(rows.error()));
        if (!out->commit())
            return refuse(out->errorString());
        m_feedback.toast(tr("Exported %Ln entries.", nullptr, static_cast<int>(*rows)));
    });
}

void AuditPage::showAlarm() {
    m_banners->show(
        QStringLiteral("head"), Feedback::Level::Danger,
        tr("This log no longer contains entry %1, which this computer has seen. The vault may have "
           "been replaced by an older copy, or its log was changed.")
            .arg(QLocale().toString(m_head.seenSeq())),
        tr("I know why"), [this] { m_head.accept(); });
}

} // namespace latchkey::ui
