### Turning on two-factor sign-in: activate, confirm, codes.

activate-title = 2要素認証を有効にする
activate-title-another = 別の認証アプリを追加
activate-title-app = 認証アプリを追加
activate-heading = <span class="cs-nowrap">2要素認証</span>を有効にする

activate-expired = <strong>時間内に設定が完了しなかったため、設定を終了しました。</strong>何も変更されていません。もう一度最初からやり直してください。新しいQRコードが表示されます。前回の項目がアプリに残っている場合は、その項目を削除してください。

activate-needs-app = <strong>続けるには、認証アプリが必要です。</strong>メールで届くコードだけでは進めません。設定は2分ほどで終わり、その後、開こうとしていたページに進みます。
activate-intro-app = アプリのほうが、メールで届くコードよりも安全です。また、{ $issuer } には、アプリがないと行えない操作もあります。

activate-needed = <strong>このアカウントには2要素認証が必要です。</strong>
activate-skips =
    { $count ->
       *[other] あと{ $count }回延期できます。
    }
activate-needed-first = <strong>続けるには、先にこのアカウントの2要素認証を有効にする必要があります。</strong>
activate-overdue = 2要素認証は { $since } から必要になっています。
activate-grace = <strong>{ $until } から、このアカウントには2要素認証が必要です。</strong>
activate-grace-until-then = それまでは、設定しなくても続けられます。
activate-announced = <strong>{ $from } から、このアカウントには2要素認証が必要になります。</strong>
activate-announced-now = 今のうちに設定しておくことができます。
activate-exempt = { $until } までは、設定する必要はありません。今すぐ有効にすることもできます。
activate-required = このサイトでは、このアカウントに2要素認証が必要です。

activate-intro = パスワードに続けて、スマートフォンのアプリに表示される短いコードも入力するようになります。これにより、パスワードを誰かに知られても、それだけでは { $issuer } にログインできません。
activate-intro-another = 別のスマートフォンなどに2つ目のアプリを用意しておくと、1つ目が手元にないときもログインできます。今お使いのアプリは、そのまま使えます。

activate-step-app = 認証アプリを用意する
activate-step-app-hint = どの認証アプリでもかまいません。たとえば、Google Authenticator、Microsoft Authenticator、Duo、FreeOTP、またはコードを表示できるパスワードマネージャーなどです。
activate-step-scan = アプリでQRコードを読み取る
activate-step-scan-hint = QRコードは次のページに表示されます。<span class="cs-nowrap">セットアップキー</span>を入力することもできます。
activate-step-code = アプリに表示されたコードを入力する
activate-step-code-hint = 正しく動作することを確認するためです。
activate-step-code-then = その後、スマートフォンを紛失したときに備えて、復旧コードが表示されます。

activate-show = QRコードを表示
activate-show-hint = 一度しか表示されません。スマートフォンを手元にご用意ください。
activate-not-now = 今はしない（残り{ $count }回）
activate-not-now-back = 今はせずに { $issuer } に戻る

confirm-title-scan = QRコードを読み取る
confirm-title-code = アプリのコードを入力

confirm-scan = 認証アプリでアカウントの追加を選び、この四角いコードにカメラを向けてください。
confirm-qr = 認証アプリ用のQRコードです。読み取れない場合は、下のセットアップキーを使ってください。
confirm-shown-as-account = アプリには、<strong>{ $issuer }</strong>、<span class="cs-break">{ $account }</span> と表示されます。
confirm-shown-as = アプリには、<strong>{ $issuer }</strong> と表示されます。
confirm-open = このスマートフォンのアプリで開く
confirm-cannot-scan = 読み取れない場合
confirm-type-key = アプリでセットアップキーの入力を選び、次のキーを入力してください。空白はあってもなくてもかまいません。種類を聞かれたら、「時間ベース」を選んでください。
confirm-key = セットアップキー
confirm-copy-key = キーをコピー
confirm-keep-key = 誰にも教えないでください。このキーを知っている人は、同じコードを作れてしまいます。
confirm-open-here = 今お使いのデバイスにアプリが入っている場合は、<a href="{ $href }">そのアプリで設定を開く</a>こともできます。
confirm-again = アプリに今表示されているコードを入力してください。QRコードは一度しか表示されません。まだ読み取っていない場合は、<a href="{ $href }">最初からやり直してください</a>。

confirm-then = 次に、アプリに表示されたコードを入力する
confirm-code-hint =
    { $count ->
       *[other] コードは{ $count }秒ごとに変わります。
    }
confirm-name = このアプリの名前
confirm-name-hint = 後でほかのアプリと見分けるための名前です（例：「自分のスマホ」）。64文字以内で入力してください。
confirm-name-error = その名前は使えません。1～64文字の通常の文字で名前を入力し、続けてアプリに今表示されているコードを入力してください。
confirm-name-proposed = 認証アプリ
confirm-name-proposed-numbered = 認証アプリ{ $number }
confirm-enable = 確認して有効にする
confirm-start-again = 新しいQRコードでやり直す

confirm-problem = アプリは有効になりませんでした
confirm-problem-name = その名前は使えません。
confirm-problem-malformed = コードの形式が正しくありません。
confirm-problem-wrong = コードが正しくありません。

codes-title = 復旧コードを保存
codes-activated = <strong>2要素認証が有効になりました。</strong>
codes-app = 今後は「{ $name }」のコードを使います。
codes-mail = 今後は、メールで届くコードを使います。
codes-renewed = <strong>新しい復旧コードを発行しました。</strong>古い復旧コードはもう使えません。
codes-intro = スマートフォンを紛失しても、復旧コードがあればログインできます。各コードは1回だけ使えます。<strong>表示されるのは今だけです。</strong>先へ進む前に、紙やパスワードマネージャーに保存してください。認証アプリの入ったスマートフォンには保存しないでください。
codes-intro-mail = メールを確認できないときも、復旧コードがあればログインできます。各コードは1回だけ使えます。<strong>表示されるのは今だけです。</strong>先へ進む前に、紙やパスワードマネージャーに保存してください。メールボックスには保存しないでください。
codes-print-title = { $issuer }：復旧コード
codes-list = 復旧コード
codes-download = ダウンロード
codes-copy = コピー
codes-print = 印刷
codes-continue = 保存したので次へ進む
codes-file-name = { $issuer }-復旧コード.txt
codes-file-title = { $issuer } の復旧コード（{ $account }）
codes-file-once = 各コードは1回だけ使えます。
