### A person's settings; and (on-behalf) the page of whoever acts as another person.

settings-title = 2要素認証

settings-name-error = その名前は使えないため、何も変更されていません。名前は1～64文字の通常の文字で入力してください。
settings-renamed = 新しい名前を保存しました。
settings-removed = 削除しました。削除したもののコードは、ここではもう使えません。アプリの場合は、アプリに残っている項目を削除してかまいません。
settings-forgotten = 完了しました。記憶を解除したデバイスでは、今後コードの入力が必要です。

settings-status = 状況
settings-on = 有効
settings-off = 無効
settings-status-off = 対象外

settings-switched-off = このアカウントは2要素認証の対象外です。コードを求められることはなく、何もする必要はありません。
settings-exempt-active = { $until } まで、コードは求められません。
settings-active = { $issuer } では、パスワードに続けて、認証アプリのコードも求められます。
settings-active-any = { $issuer } では、パスワードに続けて、コードも求められます。
settings-stays-on = そのため、有効のままになります。
settings-needed = <strong>このアカウントには2要素認証が必要です。</strong>
settings-grace = <strong>{ $until } から、このアカウントには2要素認証が必要です。</strong>
settings-announced = <strong>{ $from } から、このアカウントには2要素認証が必要になります。</strong>
settings-announced-now = 今すぐ有効にすることもできます。
settings-exempt = { $until } までは、設定する必要はありません。
settings-password-alone = 現在は、パスワードだけでログインできます。2要素認証を有効にすると、スマートフォンのアプリに表示される短いコードも必要になります。設定は2分ほどで終わります。
settings-cannot = 現在、このアカウントでは有効にできません。{ $issuer } の管理者にお問い合わせください。

# <span class="cs-sr"> is read out and not seen.
settings-apps = 認証アプリ
settings-ways = ご本人の確認方法
settings-kind = 種類
settings-rename = 名前を変更<span class="cs-sr">：{ $name }</span>
settings-new-name = 新しい名前
settings-save-name = 名前を保存
settings-remove = 削除<span class="cs-sr">：{ $name }</span>
settings-remove-one = 「{ $name }」のコードは使えなくなり、デバイスの記憶も解除されます。
settings-remove-last = 登録済みのアプリはこれだけです。削除すると2要素認証が無効になり、復旧コードも使えなくなります。
settings-remove-last-way = 登録済みの方法はこれだけです。削除すると2要素認証が無効になり、復旧コードも使えなくなります。
settings-remove-way-button = この方法を削除<span class="cs-sr">：{ $name }</span>
settings-remove-button = このアプリを削除<span class="cs-sr">：{ $name }</span>
settings-only-app = 登録済みのアプリはこれだけで、このアカウントには2要素認証が必要なため、削除できません。スマートフォンを買い替えるときは、先に新しいほうを追加してください。
settings-only-way = 登録済みの方法はこれだけで、このアカウントには2要素認証が必要なため、削除できません。別の方法に変えるときは、先に新しいほうを追加してください。
settings-replace = アプリを入れ替えるときは、先に新しいほうを追加してください。古いアプリは、削除するまで使えます。
settings-add-way = 別の方法を追加
settings-add = 認証アプリを追加
settings-full = 登録できる方法の数が上限に達しています。追加するには、先に1つ削除してください。

settings-recovery = 復旧コード
settings-recovery-left =
    { $count ->
       *[other] 残りは<strong>{ $total }個中{ $count }個</strong>です。スマートフォンが手元にないときも、復旧コードがあればログインできます。
    }
settings-recovery-none = <strong>復旧コードがありません。</strong>今スマートフォンを紛失すると、ログインできなくなります。新しい復旧コードを発行して保存してください。
settings-recovery-few = <strong>残りがわずかです。</strong>新しい復旧コードを発行して保存してください。
settings-renew = 新しく発行
settings-renew-what =
    { $count ->
       *[other] 新しいコードが{ $count }個、一度だけ表示されます。今お持ちのコードは、すぐに使えなくなります。
    }
settings-renew-button = 新しい復旧コードを発行

settings-devices = 記憶済みデバイス
settings-devices-intro = これらのデバイスでは、期限が来るまでコードを求められません。心当たりのないデバイスがあれば、記憶を解除し、パスワードを変更してください。
settings-no-device = 記憶済みデバイスはありません。ログインのたびにコードを求められます。
settings-this-device = このデバイス
settings-device-since = 記憶した日時
settings-device-seen = 最終アクセス
settings-device-ends = 期限
settings-forget = 記憶を解除<span class="cs-sr">：{ $device }</span>
settings-forget-all = すべてのデバイスの記憶を解除
settings-browser-on-system = { $system } の { $browser }
settings-browser-unknown-on-system = { $system } のブラウザー
settings-browser-unknown = ブラウザー

settings-administration = 管理：ほかのユーザーの2要素認証

on-behalf-title = ほかのユーザーとして操作中です
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> がログインし、<strong class="cs-break">{ $subject }</strong> として操作しています。<span class="cs-break">{ $subject }</span> の2要素認証の設定は表示されず、何かを追加することもできません。
on-behalf-must-activate = <strong>ご自身の2要素認証が設定されていません。</strong>ほかのユーザーとしての操作をやめ、ご自身のアカウントで2要素認証を有効にしてから、このページをもう一度開いてください。
on-behalf-disabled = <span class="cs-break">{ $subject }</span> の2要素認証を無効にしました。本人がもう一度有効にできます。
on-behalf-disable-title = この人がログインできなくなった場合
on-behalf-disable-intro = <span class="cs-break">{ $subject }</span> のアプリ、復旧コード、記憶済みデバイスをすべて削除できます。本人にはメールで通知されます。この操作は、両者の名前とともにログに記録されます。先に、ご自身の2要素認証が求められます。
on-behalf-disable = <span class="cs-break">{ $subject }</span> に代わって2要素認証を無効にする
on-behalf-disable-button = { $subject } の2要素認証を無効にする
on-behalf-detail = { $actor } が { $subject } として操作しています。{ $subject } の2要素認証の設定は表示されません。
