#include "ui/catalogue/catalogue_page.h"

#include "core/backend/change_gate.h"
#include "core/model/in_background.h"
#include "ui/catalogue/catalogue_file.h"
#include "ui/catalogue/catalogue_words.h"
#include "ui/catalogue/draft_edits.h"
#include "ui/catalogue/item_forms.h"
#include "ui/catalogue/review_view.h"
#include "ui/commands/why_not.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/feedback/feedback.h"
#include "ui/format/words.h"
#include "ui/platform/file_dialog.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

// What happens on the page; how it looks is in catalogue_page_build.cpp.

namespace latchkey::ui {

using Kind = CataloguePlace::Kind;

void CataloguePage::load() {
    m_base = m_service.backend().catalogue();
    m_baseVersion = m_service.backend().catalogueVersion();
    m_draft = m_base.draft();
    m_action = QStringLiteral("catalogue.edit");
    m_stale = false;
    const bool fromReview = m_stack->currentIndex() == 1;
    turnTo(0);
    if (fromReview)
        m_tree->setFocus();
    change(m_tree->place());
}

bool CataloguePage::isDirty() const {
    return m_draft != m_base.draft();
}

void CataloguePage::showPlace(const CataloguePlace &p) {
    switch (p.kind) {
    case Kind::Resource: {
        QStringList groups;
        for (const ResourceInfo &r : std::as_const(m_draft.resources))
            groups.append(r.group);
        groups.removeDuplicates();
        m_resourceForm->show(m_draft.resources[p.index], groups);
        m_forms->setCurrentIndex(1);
        break;
    }
    case Kind::Scope:
        m_scopeForm->show(m_draft.resources[p.index].scopes[p.scope]);
        m_forms->setCurrentIndex(2);
        break;
    case Kind::Template:
        m_templateForm->show(m_draft.templates[p.index], m_draft);
        m_forms->setCurrentIndex(3);
        break;
    default:
        m_catalogueForm->show(m_draft);
        m_forms->setCurrentIndex(0);
    }
    check();
}

void CataloguePage::formEdited() {
    const CataloguePlace p = m_tree->place();
    switch (p.kind) {
    case Kind::Resource:
        m_resourceForm->apply(&m_draft.resources[p.index]);
        break;
    case Kind::Scope: {
        ScopeInfo &s = m_draft.resources[p.index].scopes[p.scope];
        const Scope before = s.scope;
        m_scopeForm->apply(&s);
        const bool renamed =
            before != s.scope && !before.toString().isEmpty() && !s.scope.toString().isEmpty();
        for (KeyTemplate &t : m_draft.templates) { // templates follow; keys don't
            if (renamed && t.scopes.contains(before)) {
                t.scopes.remove(before);
                t.scopes.insert(s.scope);
            }
        }
        break;
    }
    case Kind::Template:
        m_templateForm->apply(&m_draft.templates[p.index]);
        break;
    default:
        m_catalogueForm->apply(&m_draft);
    }
    m_tree->rename(m_draft);
    check();
}

void CataloguePage::change(const CataloguePlace &place) {
    m_tree->show(m_draft, place);
}

void CataloguePage::check() {
    const CataloguePlace p = m_tree->place();
    m_errors = validate(m_draft);
    if (p.kind == Kind::Template)
        m_errors += m_templateForm->problems(p.path());
    m_tree->mark(m_errors);
    for (ItemForm *form : {static_cast<ItemForm *>(m_catalogueForm), static_cast<ItemForm *>(m_resourceForm),
                           static_cast<ItemForm *>(m_scopeForm), static_cast<ItemForm *>(m_templateForm)})
        form->setErrors(m_errors, p.path());
    const auto may = m_service.mayAdminister();
    const bool dirty = isDirty();
    m_state->setProperty("bad", !m_errors.isEmpty() || m_stale);
    m_state->setText(!may      ? tr("You may look at the catalogue, but not change it.")
                     : m_stale ? tr("Somebody changed the catalogue meanwhile. Discard to see theirs.")
                     : !m_errors.isEmpty()
                         ? tr("%Ln problems, marked in the list.", nullptr, static_cast<int>(m_errors.size()))
                     : dirty ? tr("Not saved yet.")
                             : tr("Saved."));
    showWhyNot();
    if (!dirty && m_guard->isVisible())
        m_guard->dismiss();
    m_addScope->setEnabled(p.kind == Kind::Resource || p.kind == Kind::Scope);
    m_add->setEnabled(may.has_value());
    m_remove->setEnabled(may && draft_edits::canRemove(p));
    m_up->setEnabled(may && draft_edits::canMove(m_draft, p, -1));
    m_down->setEnabled(may && draft_edits::canMove(m_draft, p, 1));
    emit dirtyChanged(dirty);
}

void CataloguePage::showWhyNot() {
    const QString hidden = m_stack->currentIndex() == 0 ? QString() : tr("Go back from the review first");
    const QString same = isDirty() ? QString() : tr("Change the catalogue first");
    setWhyNot(*m_discard, !hidden.isEmpty() ? hidden : m_stale ? QString() : same, {});
    setWhyNot(*m_reviewButton,
              !hidden.isEmpty()                                              ? hidden
              : !m_service.mayAdminister() || m_stale || !m_errors.isEmpty() ? m_state->text()
                                                                             : same,
              {});
}

QHash<QString, QAbstractButton *> CataloguePage::buttons() const {
    return {{QStringLiteral("catalogue.review"), m_reviewButton},
            {QStringLiteral("catalogue.discard"), m_discard}};
}

void CataloguePage::discard() {
    load();
}

bool CataloguePage::escape() {
    if (m_guard->isVisible()) {
        m_guard->dismiss();
        return true;
    }
    if (m_stack->currentIndex() == 0)
        return false;
    turnTo(0);
    m_tree->setFocus();
    return true;
}

void CataloguePage::ask(const QString &question, std::function<void()> leave) {
    m_leave = std::move(leave);
    turnTo(0);
    m_guard->setText(question);
    m_guard->ask();
}

bool CataloguePage::mayGo(const std::function<void()> &leave) {
    if (!isDirty())
        return true;
    ask(tr("The changes of the permission catalogue aren't saved. If you leave now, they are lost."),
        [this, leave] {
            discard();
            leave();
        });
    return false;
}

/// The focus goes first: what is hidden with it would hand it to some part of the window.
void CataloguePage::turnTo(int index) {
    QWidget *focused = window()->focusWidget();
    if (focused && isAncestorOf(focused) && m_stack->currentIndex() != index)
        focused->clearFocus();
    m_stack->setCurrentIndex(index);
    showWhyNot();
}

void CataloguePage::catalogueChanged() {
    if (m_service.backend().catalogueVersion() == m_baseVersion)
        return;
    if (!isDirty())
        return load();
    m_stale = true;
    check();
    if (m_stack->currentIndex() == 1)
        m_review->setProblem(m_state->text());
}

void CataloguePage::review() {
    const auto after = Catalogue::fromDraft(m_draft);
    if (!after || !isDirty())
        return;
    m_review->show(m_base, *after);
    turnTo(1);
    m_review->setFocus();
}

void CataloguePage::save() {
    const auto after = Catalogue::fromDraft(m_draft);
    if (!after)
        return;
    m_review->setBusy(true);
    const CatalogueDraft before = m_base.draft();
    const qint64 version = m_baseVersion;
    const Agreed agreed(m_service.backend().gate()); // the page before named each change
    m_service.changeCatalogue(*after, m_baseVersion, m_action) |
        then(this, [this, before, after = after->draft(), version](const Outcome &done) {
            m_review->setBusy(false);
            if (!done)
                return m_review->setProblem(sentence(done.error()));
            saved(before, after, version + 1); // each change adds one
        });
}

void CataloguePage::saved(const CatalogueDraft &before, const CatalogueDraft &after, qint64 version) {
    load();
    m_written = version;
    m_feedback.toast(
        tr("Permission catalogue saved."),
        [page = QPointer(this), before, after] {
            if (page)
                page->carryOver(after, before, true);
        },
        [page = QPointer(this), before, after] {
            if (page)
                page->carryOver(before, after, false);
        });
}

void CataloguePage::carryOver(const CatalogueDraft &from, const CatalogueDraft &to, bool undo) {
    const Feedback::StepEnd step = m_feedback.stepEnd();
    const qint64 version = m_service.backend().catalogueVersion();
    const auto next = draft_edits::carried(from, to, m_service.backend().catalogue().draft());
    if (!next)
        return m_feedback.refused(step, Error(ErrorCode::Conflict, {{QStringLiteral("catalogue"), true}}),
                                  version == m_written);
    m_service.changeCatalogue(*next, version,
                              undo ? QStringLiteral("catalogue.undo") : QStringLiteral("catalogue.edit")) |
        then(this, [this, undo, version, step](const Outcome &done) {
            if (!done)
                return m_feedback.refused(step, done.error(), false);
            m_written = version + 1;
            m_feedback.toast(undo ? tr("Undone: the change of the permission catalogue.")
                                  : tr("Redone: the change of the permission catalogue."));
        });
}

void CataloguePage::replaceWith(const Catalogue &catalogue, const QString &action) {
    if (!isDirty())
        return take(catalogue, action);
    ask(tr("The changes of the permission catalogue aren't saved. “%1” would take their place.")
            .arg(catalogue.name()),
        [this, catalogue, action] { take(catalogue, action); });
}

void CataloguePage::take(const Catalogue &catalogue, const QString &action) {
    m_draft = catalogue.draft();
    m_action = action;
    change({});
    if (isDirty())
        review();
    else
        m_feedback.toast(tr("That is the catalogue that is here already."));
}

void CataloguePage::importFile(const QString &path) {
    inBackground(m_pool, [path] { return readCatalogueFile(path); }) |
        then(this, [this, path, asked = ++m_read](const Result<Catalogue> &catalogue) {
            if (asked != m_read)
                return;
            if (catalogue)
                return replaceWith(*catalogue, QStringLiteral("catalogue.import"));
            if (m_sheet)
                m_sheet->close();
            m_sheet = new ImportProblems(path, catalogue.error(), window());
            m_sheet->setAttribute(Qt::WA_DeleteOnClose);
            m_sheet->setWindowModality(Qt::WindowModal);
            m_sheet->open();
        });
}

void CataloguePage::exportFile(const QString &path) {
    const auto done = writeCatalogueFile(path, m_base);
    m_feedback.toast(done ? tr("Catalogue exported to “%1”.").arg(QFileInfo(path).fileName())
                          : sentence(done.error()));
}

void CataloguePage::askForImport() {
    auto *dialog =
        new FileDialog(window(), tr("Import catalogue"), {}, tr("Catalogues (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CataloguePage::importFile);
    dialog->open();
}

void CataloguePage::askForExport() {
    auto *dialog = new FileDialog(window(), tr("Export catalogue"), {}, tr("Catalogues (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("catalogue.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &CataloguePage::exportFile);
    dialog->open();
}

} // namespace latchkey::ui
